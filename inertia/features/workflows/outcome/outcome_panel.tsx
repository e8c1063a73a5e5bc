import { Download } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'
import { CodeBlock } from '~/components/code'
import { CopyButton } from '~/components/copy_button'
import { LinkButton } from '~/components/link_button'
import { cn } from '~/lib/cn'
import { type Tone, toneText } from '~/lib/tone'
import { artifactHref, latestOf } from '../artifacts/use_artifact'
import type { Outcome, Workflow, WorkflowRights } from '../server_types'
import { OUTCOME } from '../status'
import type { ViewerTab } from '../viewer/address'
import { RequestForm } from './lazy_request_form'
import { nextSteps } from './next_steps'

const EDGE: Record<Tone, string> = {
  neutral: 'border-l-muted',
  accent: 'border-l-accent',
  ok: 'border-l-ok',
  warn: 'border-l-warn',
  bad: 'border-l-bad',
  info: 'border-l-info',
  run: 'border-l-run',
}

/** Where somebody may want to ask for help, and needs the id for it. */
const troubled: readonly Outcome[] = ['failed', 'stuck']

interface OutcomePanelProps {
  workflow: Workflow
  can: WorkflowRights
  onTab: (tab: ViewerTab) => void
}

/** How it ended, why, and what one can do now. Only for a workflow that has. */
export function OutcomePanel({ workflow, can, onTab }: OutcomePanelProps) {
  const [asking, setAsking] = useState(false)
  const { outcome, outcomeReason, id } = workflow
  if (!outcome) return null
  const { icon: Icon, label, tone, sentence } = OUTCOME[outcome]
  const next = nextSteps(workflow)
  // The buttons stand beside the words where they can, and leave the height to the log.
  const plain = !next.mail
  return (
    <section
      aria-label="Outcome"
      className={cn('flex gap-3 rounded-lg border border-l-3 bg-surface p-4', EDGE[tone])}
    >
      <Icon aria-hidden={true} className={cn('mt-0.5 size-5 shrink-0', toneText[tone])} />
      <div
        className={cn(
          'min-w-0 flex-1',
          plain && 'flex flex-wrap items-center justify-between gap-x-6 gap-y-3'
        )}
      >
        <div className="min-w-0">
          <h2 className="font-semibold">{next.title ?? label}</h2>
          <div className="prose-measure grid gap-1 wrap-anywhere">
            <p>{outcomeReason ?? sentence}</p>
            {next.advice && <p className="text-muted">{next.advice}</p>}
          </div>
          {next.mail && <MailHelp workflow={workflow} />}
          {troubled.includes(outcome) && (
            <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
              Workflow id <code className="font-mono wrap-anywhere">{id}</code>
              <CopyButton text={id} label="Copy workflow id" />
            </p>
          )}
        </div>
        <Buttons className={plain ? undefined : 'mt-3'}>
          {next.mail && latestOf(workflow, 'mail') && (
            <LinkButton
              variant="primary"
              size="sm"
              href={artifactHref(id, 'mail')}
              download
              icon={<Download aria-hidden="true" />}
            >
              Download mail for git am
            </LinkButton>
          )}
          {next.patch && latestOf(workflow, 'patch') && (
            <LinkButton
              size="sm"
              href={artifactHref(id, 'patch')}
              download
              icon={<Download aria-hidden="true" />}
            >
              Download patch
            </LinkButton>
          )}
          {outcome === 'refused' && (
            <LinkButton size="sm" href={urlFor('projects.show', { id: workflow.projectId })}>
              Write another task
            </LinkButton>
          )}
          {next.tabs.map(([tab, words]) => (
            <Button key={tab} size="sm" onClick={() => onTab(tab)}>
              {words}
            </Button>
          ))}
          {can.rework && !asking && (
            <Button size="sm" onClick={() => setAsking(true)}>
              Request changes
            </Button>
          )}
        </Buttons>
        {can.rework && asking && (
          <div className="w-full pt-3">
            <RequestForm workflowId={id} onDone={() => setAsking(false)} />
          </div>
        )}
      </div>
    </section>
  )
}

function Buttons({ className, children }: { className: string | undefined; children: ReactNode }) {
  return <div className={cn('flex flex-wrap gap-2 empty:hidden', className)}>{children}</div>
}

function MailHelp({ workflow }: { workflow: Workflow }) {
  if (!latestOf(workflow, 'mail')) return null
  return (
    <div className="mt-3 max-w-xl">
      <p className="mb-1 text-sm text-muted">
        The commit is kept as a mail. Apply it in a clone of the repository:
      </p>
      <CodeBlock label="Command" command>
        git am change.patch
      </CodeBlock>
    </div>
  )
}
