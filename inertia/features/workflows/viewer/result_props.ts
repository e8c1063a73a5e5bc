import type { Workflow } from '../server_types'
import type { ViewerAddress } from './address'

/** What every tab with a result of the work is given. */
export interface ResultProps {
  workflow: Workflow
  address: ViewerAddress
  onAddress: (change: Partial<ViewerAddress>) => void
}
