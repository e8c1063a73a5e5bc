import type { ReactNode } from 'react'
import { CopyButton } from '~/components/copy_button'
import { formatExactTime } from '~/lib/format_time'
import type { Workflow } from '../server_types'

export function Facts({ workflow }: { workflow: Workflow }) {
  const time = (at: string | null) => (at ? formatExactTime(Date.parse(at)) : '–')
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <Fact label="Workflow id">
        <Copyable text={workflow.id} what="workflow id" />
      </Fact>
      <Fact label="Repository">
        <Copyable text={workflow.remoteUrl} what="repository address" />
      </Fact>
      <Fact label="Pinned commit">
        <Copyable text={workflow.baseCommit} what="pinned commit" />
      </Fact>
      <Fact label="Pushed commit">
        <Copyable text={workflow.pushedCommit} what="pushed commit" />
      </Fact>
      <Fact label="Created">{time(workflow.createdAt)}</Fact>
      <Fact label="Started">{time(workflow.startedAt)}</Fact>
      <Fact label="Ended">{time(workflow.finishedAt)}</Fact>
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted max-sm:pt-1.5 max-sm:text-sm sm:py-1">{label}</dt>
      <dd className="tabular flex min-h-7 min-w-0 items-center gap-1">{children}</dd>
    </>
  )
}

function Copyable({ text, what }: { text: string | null; what: string }) {
  if (!text) return '–'
  return (
    <>
      <code dir="ltr" className="min-w-0 font-mono text-sm wrap-anywhere">
        {text}
      </code>
      <CopyButton text={text} label={`Copy ${what}`} />
    </>
  )
}
