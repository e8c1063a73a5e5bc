import { cn } from '~/lib/cn'
import { toneText } from '~/lib/tone'
import type { WorkflowSummary } from '../server_types'
import { stepLook } from '../status'
import { STEPS } from '../steps'

/** The steps of a workflow in a row, each by its icon; the words are read out and shown on hover. */
export function StepMarks({ steps }: { steps: WorkflowSummary['steps'] }) {
  return (
    <ul aria-label="Steps" className="flex gap-1">
      {steps.map(({ name, status, attempt }) => {
        const { icon: Icon, label, tone } = stepLook({ name, status })
        const words = `${STEPS[name].label}: ${label}${attempt > 1 ? `, attempt ${attempt}` : ''}`
        return (
          <li key={name} title={words}>
            <Icon
              aria-hidden={true}
              className={cn('size-4', toneText[tone], status === 'running' && 'animate-pulse')}
            />
            <span className="sr-only">{words}</span>
          </li>
        )
      })}
    </ul>
  )
}
