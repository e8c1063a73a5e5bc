import type { Go, MapAddress } from '../address'
import type { ProjectEdit } from '../server_types'

/** What every view of a map is given. */
export interface ViewProps {
  projectId: string
  mapId: string
  address: MapAddress
  go: Go
  edits: readonly ProjectEdit[]
}
