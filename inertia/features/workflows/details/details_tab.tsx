import { Card } from '~/components/card'
import type { LiveState } from '../live/live_state'
import type { Usage } from '../server_types'
import { ArtifactList } from './artifact_list'
import { EventList } from './event_list'
import { Facts } from './facts'
import { UsageLedger } from './usage_ledger'

interface DetailsTabProps {
  state: LiveState
  usage: readonly (Usage & { at: string })[]
}

export function DetailsTab({ state, usage }: DetailsTabProps) {
  const { workflow, events } = state
  return (
    <div className="grid gap-4">
      <Card title="Facts">
        <Facts workflow={workflow} />
      </Card>
      <Card title="Calls of models" flush>
        <UsageLedger usage={usage} total={workflow.costMicros} />
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
