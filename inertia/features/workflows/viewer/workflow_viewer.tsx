import { Head } from '@inertiajs/react'
import { useRef, useState } from 'react'
import { useAddress } from '~/hooks/use_address'
import { CancelDialog } from '../actions/cancel_dialog'
import { RerunDialog } from '../actions/rerun_dialog'
import { WorkflowHeader } from '../header/workflow_header'
import { useLiveWorkflow } from '../live/use_live_workflow'
import { LeaveCard } from '../outcome/leave_card'
import { OutcomePanel } from '../outcome/outcome_panel'
import { useApproval } from '../plan/use_approval'
import type { StepName, Workflow, WorkflowRights, WorkflowStep } from '../server_types'
import { inRunningOrder, selectedStep } from '../stages/selection'
import { StageStrip } from '../stages/stage_strip'
import { lookOf } from '../status'
import { waitsToLeave } from '../waiting'
import { formatAddress, parseAddress, type ViewerTab } from './address'
import { defaultTab } from './default_tab'
import { LiveBanner } from './live_banner'
import { useMedia } from './use_media'
import { useUsage } from './use_usage'
import { ViewerKeys } from './viewer_keys'
import { ViewerPanels } from './viewer_panels'

interface WorkflowViewerProps {
  workflow: Workflow
  can: WorkflowRights
}

/** One workflow, live. Give it the workflow's id as its key: everything in it belongs to that one. */
export function WorkflowViewer({ workflow: rendered, can: allowed }: WorkflowViewerProps) {
  const feed = useLiveWorkflow(rendered)
  const { workflow, events, notes } = feed.state
  const [address, setAddress] = useAddress(parseAddress, formatAddress)
  const [cameAfterwards] = useState(rendered.status === 'finished')
  const [cancelling, setCancelling] = useState(false)
  const [rerun, setRerun] = useState<{ from: StepName | null } | null>(null)
  const wide = useMedia('(min-width: 80rem)')
  const searchField = useRef<HTMLInputElement>(null)
  const messageField = useRef<HTMLTextAreaElement>(null)
  const usage = useUsage(events)
  const approval = useApproval(workflow.id)

  const over = workflow.status === 'finished'
  const can = {
    ...allowed,
    cancel: allowed.cancel && !over,
    approve: allowed.approve && workflow.status === 'waiting',
    // A recipe, which asks no model, has one way of doing its task.
    rework:
      allowed.rework && over && workflow.pushedCommit !== null && workflow.models.length + usage.length > 0,
    steer: allowed.steer && !over,
  }
  const step = selectedStep(workflow, address)
  const tab = address.tab ?? defaultTab(workflow, wide || cameAfterwards)
  const openTab = (next: ViewerTab) => setAddress({ tab: next })
  /** What it came to in the end, whichever attempt was looked at. */
  const openResult = (next: ViewerTab) => setAddress({ tab: next, step: null, attempt: null, line: null })

  function openStep(next: WorkflowStep) {
    const several = workflow.steps.some((other) => other.name === next.name && other.attempt > 1)
    setAddress({
      step: next.name,
      attempt: several ? next.attempt : null,
      line: null,
      ...(wide ? {} : { tab: 'log' }),
    })
  }

  function moveStep(by: 1 | -1) {
    const ordered = inRunningOrder(workflow.steps)
    const next = ordered[ordered.findIndex(({ id }) => id === step?.id) + by]
    if (next) openStep(next)
  }

  function search() {
    if (!searchField.current) openTab('log')
    setTimeout(() => searchField.current?.focus())
  }

  function speak() {
    if (!messageField.current) openTab('log')
    setTimeout(() => messageField.current?.focus())
  }

  const askRerun = () => setRerun({ from: address.step })
  const title = `${lookOf(workflow.status, workflow.outcome).label} · #${workflow.number} ${workflow.task.split('\n')[0]!.slice(0, 60)}`
  return (
    <div className="flex flex-col gap-4 max-sm:pb-16 lg:h-[calc(100dvh-2.5rem)]">
      <Head title={title} />
      <LiveBanner {...feed} />
      <WorkflowHeader
        workflow={workflow}
        can={can}
        usage={usage}
        approval={approval}
        onCancel={() => setCancelling(true)}
        onRetry={() => setRerun({ from: null })}
        onRerun={askRerun}
      />
      <StageStrip workflow={workflow} selected={step} notes={notes} onSelect={openStep} />
      {waitsToLeave(workflow) && (
        <LeaveCard workflow={workflow} can={can} approval={approval} onCancel={() => setCancelling(true)} />
      )}
      <OutcomePanel workflow={workflow} can={can} onTab={openResult} />
      <ViewerPanels
        feed={feed}
        can={can}
        approval={approval}
        step={step}
        tab={tab}
        wide={wide}
        usage={usage}
        address={address}
        onAddress={setAddress}
        onCancel={() => setCancelling(true)}
        searchField={searchField}
        messageField={messageField}
      />
      <ViewerKeys
        onStep={moveStep}
        onTab={openTab}
        onSearch={search}
        onRerun={can.rerun ? askRerun : null}
        onSpeak={can.steer ? speak : null}
      />
      <CancelDialog workflow={workflow} open={cancelling && can.cancel} onOpenChange={setCancelling} />
      <RerunDialog
        workflow={workflow}
        wanted={rerun?.from ?? null}
        open={rerun !== null}
        onOpenChange={(open) => !open && setRerun(null)}
      />
      <p role="status" className="sr-only">
        {lookOf(workflow.status, workflow.outcome).label}
      </p>
    </div>
  )
}
