import type { ReactNode } from 'react'
import { urlFor } from '~/client'
import { LiveDuration } from '~/components/duration'
import { ExternalLink } from '~/components/external_link'
import { RelativeTime } from '~/components/relative_time'
import { TextLink } from '~/components/text_link'
import { useNow } from '~/hooks/use_now'
import { formatDuration } from '~/lib/format_duration'
import type { EventPayloads, Workflow } from '../server_types'
import { totalWait } from '../stages/step_timing'
import { STEPS } from '../steps'
import { BranchFact } from './branch_fact'
import { CostFact } from './cost_fact'

interface HeaderFactsProps {
  workflow: Workflow
  usage: readonly EventPayloads['usage'][]
}

export function HeaderFacts({ workflow, usage }: HeaderFactsProps) {
  const { parent, startedAt, finishedAt, createdAt, changeRequest } = workflow
  const now = useNow(finishedAt === null)
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:flex sm:flex-wrap">
      <Fact label="Branch" className="max-sm:col-span-2">
        <BranchFact workflow={workflow} />
      </Fact>
      {changeRequest && (
        <Fact label={`${changeRequest.kind} request`}>
          <ExternalLink href={changeRequest.url}>
            {changeRequest.kind === 'Merge' ? '!' : '#'}
            {changeRequest.number}
          </ExternalLink>
        </Fact>
      )}
      <Fact label={startedAt ? 'Started' : 'Created'}>
        <RelativeTime at={startedAt ?? createdAt} />
      </Fact>
      {finishedAt && (
        <Fact label="Ended">
          <RelativeTime at={finishedAt} />
        </Fact>
      )}
      {startedAt && (
        <Fact label="Duration">
          <LiveDuration since={startedAt} until={finishedAt} />
        </Fact>
      )}
      <Fact label="In the queue">
        <span title="Time in which a step was ready and no worker had taken it">
          {formatDuration(totalWait(workflow, now), { whole: !startedAt })}
        </span>
      </Fact>
      <Fact label="Cost">
        <CostFact workflow={workflow} usage={usage} />
      </Fact>
      {parent && (
        <Fact label="Run again of">
          <TextLink href={urlFor('workflows.show', { id: parent.id })}>#{parent.number}</TextLink>{' '}
          <TextLink href={urlFor('workflow_comparisons.show', {}, { qs: { a: parent.id, b: workflow.id } })}>
            compare
          </TextLink>
          {workflow.rerunFrom && ` from ${STEPS[workflow.rerunFrom].label}`}
        </Fact>
      )}
      {workflow.createdBy && (
        <Fact label="By">
          <span dir="auto" title={workflow.createdBy} className="max-w-64 truncate">
            {workflow.createdByRobot && 'Robot '}
            {workflow.createdBy}
          </span>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div className={className}>
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="tabular flex min-h-7 flex-wrap items-center gap-x-1">{children}</dd>
    </div>
  )
}
