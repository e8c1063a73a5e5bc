import { useState } from 'react'
import { urlFor } from '~/client'
import { Breadcrumbs } from '~/components/breadcrumbs'
import { Status } from '~/components/status'
import { cn } from '~/lib/cn'
import type { Approval } from '../plan/use_approval'
import type { EventPayloads, Workflow, WorkflowRights } from '../server_types'
import { lookOf } from '../status'
import { HeaderActions } from './header_actions'
import { HeaderFacts } from './header_facts'

interface WorkflowHeaderProps {
  workflow: Workflow
  can: WorkflowRights
  usage: readonly EventPayloads['usage'][]
  approval: Approval
  onCancel: () => void
  onRetry: () => void
  onRerun: () => void
}

export function WorkflowHeader({ workflow, can, usage, ...actions }: WorkflowHeaderProps) {
  const { live, ...look } = lookOf(workflow.status, workflow.outcome)
  const cancelling = workflow.cancelRequestedAt !== null && workflow.status !== 'finished'
  return (
    <header className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Breadcrumbs
          items={[
            { label: 'Workflows', href: urlFor('workflows.index') },
            { label: workflow.projectName, href: urlFor('projects.show', { id: workflow.projectId }) },
            { label: `#${workflow.number}` },
          ]}
        />
        <Status {...look} live={live} look="pill" />
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-96">
          <Task text={workflow.task} />
          {workflow.status !== 'finished' && (
            <p className="mt-1 text-muted">
              {cancelling ? 'Cancelling: it stops within two seconds.' : look.sentence}
            </p>
          )}
        </div>
        <HeaderActions can={can} outcome={workflow.outcome} cancelling={cancelling} {...actions} />
      </div>
      <HeaderFacts workflow={workflow} usage={usage} />
    </header>
  )
}

const LONG = 160

function Task({ text }: { text: string }) {
  const [open, setOpen] = useState(false)
  const long = text.length > LONG || text.includes('\n')
  return (
    <>
      <h1
        dir="auto"
        className={cn(
          'text-xl font-semibold text-pretty wrap-anywhere',
          long && !open && 'line-clamp-2',
          open && 'max-h-[50dvh] overflow-y-auto whitespace-pre-wrap'
        )}
      >
        {text}
      </h1>
      {long && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="rounded-sm text-sm text-accent underline decoration-1 underline-offset-3 hover:decoration-2"
        >
          {open ? 'Show less' : 'Show the whole task'}
        </button>
      )}
    </>
  )
}
