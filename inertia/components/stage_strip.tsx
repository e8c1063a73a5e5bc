import { cn } from '~/lib/cn'
import { Status, type StatusLook } from './status'

export interface Stage extends StatusLook {
  name: string
  /** A figure or a few words under the state. */
  detail?: string
}

/** Stages in their order, joined by a line: beside each other where there is room, else below each other. */
export function StageStrip({ label, stages }: { label: string; stages: readonly Stage[] }) {
  return (
    <ol aria-label={label} className="grid md:grid-flow-col md:auto-cols-fr">
      {stages.map((stage, index) => (
        <li key={stage.name} className="relative flex gap-3 pb-5 last:pb-0 md:block md:pb-0 md:pr-4">
          {index < stages.length - 1 && (
            <span
              aria-hidden="true"
              className="absolute top-6 bottom-1 left-[7px] w-px bg-line md:top-2 md:right-2 md:bottom-auto md:left-6 md:h-px md:w-auto"
            />
          )}
          <Status look="icon" icon={stage.icon} label={stage.label} tone={stage.tone} className="h-4" />
          <div className="md:mt-2">
            <p className={cn('leading-4 font-semibold md:leading-5')}>{stage.name}</p>
            {stage.detail && <p className="mt-1 text-sm text-pretty text-muted">{stage.detail}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
