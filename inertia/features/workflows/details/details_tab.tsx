import { Card } from '~/components/card'
import type { LiveState } from '../live/live_state'
import { ExchangeList } from '../replay/exchange_list'
import type { Usage, WorkflowRights } from '../server_types'
import { ArtifactList } from './artifact_list'
import { EventList } from './event_list'
import { Facts } from './facts'
import { ReceiptLines } from './receipt'
import { UsageLedger } from './usage_ledger'

interface DetailsTabProps {
  state: LiveState
  usage: readonly (Usage & { at: string })[]
  can: WorkflowRights
}

export function DetailsTab({ state, usage, can }: DetailsTabProps) {
  const { workflow, events } = state
  return (
    <div className="grid gap-4">
      <Card title="Facts">
        <Facts workflow={workflow} />
      </Card>
      <Card title="Cost">
        <ReceiptLines id={workflow.id} costMicros={workflow.costMicros} />
      </Card>
      <Card title="Calls of models" flush>
        <UsageLedger usage={usage} total={workflow.costMicros} />
      </Card>
      <Card title="What was asked and answered" flush>
        <ExchangeList
          workflow={workflow}
          open={can.rerun && workflow.status === 'finished'}
          version={`${workflow.status} ${usage.length}`}
        />
      </Card>
      <Card title="What it left behind" flush>
        <ArtifactList workflow={workflow} />
      </Card>
      <Card title="Events" flush>
        <EventList events={events} steps={workflow.steps} />
      </Card>
    </div>
  )
}
