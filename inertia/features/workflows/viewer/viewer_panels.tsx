import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import * as Radix from 'radix-ui/tabs'
import { lazy, type RefObject, Suspense } from 'react'
import { IconButton } from '~/components/icon_button'
import { Loading, SkeletonText } from '~/components/skeleton'
import { Tabs } from '~/components/tabs'
import { cn } from '~/lib/cn'
import type { FeedView } from '../live/workflow_feed'
import { LogPanel } from '../log/log_panel'
import type { Approval } from '../plan/use_approval'
import type { Usage, WorkflowRights, WorkflowStep } from '../server_types'
import { StepHead } from '../stages/step_head'
import { SteeringPanel } from '../steering/steering_panel'
import type { ViewerAddress, ViewerTab } from './address'
import { SplitHandle } from './split_handle'
import { useStoredNumber } from './use_stored'

// None of them is what a workflow that goes on opens with.
const PlanTab = lazy(() => import('../plan/plan_tab').then(({ PlanTab: tab }) => ({ default: tab })))
const DiffTab = lazy(() => import('../diff/diff_tab').then(({ DiffTab: tab }) => ({ default: tab })))
const VerdictTab = lazy(() =>
  import('../verdict/verdict_tab').then(({ VerdictTab: tab }) => ({ default: tab }))
)
const DetailsTab = lazy(() =>
  import('../details/details_tab').then(({ DetailsTab: tab }) => ({ default: tab }))
)

const LABELS: { value: ViewerTab; label: string }[] = [
  { value: 'log', label: 'Log' },
  { value: 'plan', label: 'Plan' },
  { value: 'diff', label: 'Diff' },
  { value: 'verdict', label: 'Verdict' },
  { value: 'details', label: 'Details' },
]

interface ViewerPanelsProps {
  feed: FeedView
  can: WorkflowRights
  approval: Approval
  step: WorkflowStep | null
  tab: ViewerTab
  wide: boolean
  usage: readonly (Usage & { at: string })[]
  address: ViewerAddress
  onAddress: (change: Partial<ViewerAddress>) => void
  onCancel: () => void
  searchField: RefObject<HTMLInputElement | null>
  messageField: RefObject<HTMLTextAreaElement | null>
}

/** The log, and beside it (on a wide screen) or in its place one of the results. */
export function ViewerPanels(props: ViewerPanelsProps) {
  const { tab, wide, onAddress } = props
  const [share, setShare] = useStoredNumber('viewer.log-share', 45)
  const [beside, setBeside] = useStoredNumber('viewer.log-beside', 1)
  const split = wide && beside === 1 && tab !== 'log'
  // Where the log is, the panels take what is left of the window, so that log and result scroll and the page does not.
  const filling = tab === 'log' || split
  return (
    <div className={cn('relative', filling && 'lg:flex lg:min-h-112 lg:flex-1 lg:flex-col')}>
      <Tabs
        label="Workflow"
        tabs={LABELS}
        value={tab}
        onValueChange={(next) => onAddress({ tab: next })}
        className={filling ? 'lg:flex lg:min-h-0 lg:flex-1 lg:flex-col' : undefined}
      >
        <div className={cn('flex pt-3', filling && 'lg:min-h-0 lg:flex-1')}>
          {filling && <LogSide {...props} share={split ? share : null} />}
          {split && <SplitHandle value={share} onChange={setShare} />}
          {tab !== 'log' && (
            <Radix.Content
              value={tab}
              className={cn('min-w-0 flex-1 outline-offset-4', split && 'overflow-y-auto')}
            >
              <Suspense fallback={<TabLoading />}>
                <Result {...props} />
              </Suspense>
            </Radix.Content>
          )}
        </div>
      </Tabs>
      {wide && tab !== 'log' && (
        <span className="absolute top-0.5 right-0">
          <IconButton
            label={split ? 'Hide the log' : 'Show the log beside'}
            icon={split ? <PanelLeftClose aria-hidden="true" /> : <PanelLeftOpen aria-hidden="true" />}
            onClick={() => setBeside(split ? 0 : 1)}
          />
        </span>
      )}
    </div>
  )
}

function TabLoading() {
  return (
    <Loading label="Loading">
      <SkeletonText />
    </Loading>
  )
}

function LogSide({
  feed,
  step,
  address,
  onAddress,
  can,
  searchField,
  messageField,
  share,
}: ViewerPanelsProps & { share: number | null }) {
  const { state, history } = feed
  if (!step) return null
  return (
    // Mounted in the same place whether it stands alone or beside something, so that it keeps its scroll position.
    <Radix.Content
      value="log"
      forceMount
      style={share === null ? undefined : { flexBasis: `${share}%` }}
      className={cn(
        'min-w-0 outline-offset-4',
        share === null ? 'h-[max(24rem,calc(100dvh-9rem))] flex-1 lg:h-auto' : 'shrink-0'
      )}
    >
      <section
        aria-label="Log"
        className="flex h-full min-h-0 min-w-0 flex-col overflow-clip rounded-lg border bg-surface"
      >
        <StepHead step={step} workflow={state.workflow} note={state.notes[step.id]} />
        <LogPanel
          key={step.id}
          workflow={state.workflow}
          step={step}
          log={state.logs[step.id]}
          loading={history === 'loading' || history === 'catching_up'}
          address={address}
          onAddress={onAddress}
          searchRef={searchField}
        />
        <SteeringPanel
          workflowId={state.workflow.id}
          events={state.events}
          open={can.steer}
          over={state.workflow.status === 'finished'}
          field={messageField}
        />
      </section>
    </Radix.Content>
  )
}

function Result({ tab, feed, can, approval, usage, onCancel, address, onAddress }: ViewerPanelsProps) {
  const { workflow } = feed.state
  const result = { workflow, address, onAddress }
  switch (tab) {
    case 'plan':
      return <PlanTab {...result} can={can} approval={approval} onCancel={onCancel} />
    case 'diff':
      return <DiffTab {...result} />
    case 'verdict':
      return <VerdictTab {...result} />
    case 'details':
      return <DetailsTab state={feed.state} usage={usage} can={can} />
    case 'log':
      return null
  }
}
