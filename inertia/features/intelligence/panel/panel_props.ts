import type { Go, MapAddress } from '../address'
import type { Picture } from '../canvas/picture'

export interface NodePanelProps {
  projectId: string
  mapId: string
  id: string
  /** Null where no picture is to be seen. */
  picture: Picture | null
  address: MapAddress
  go: Go
}
