import type { FileEdit } from '@agentops/engine/contract'
import type { LeftOut } from '#projects/git/checkout'

/** What `analyze` keeps of the snapshot; the archive itself is the engine's and the mirror's. */
export interface SnapshotRecord {
  id: string
  files: number
  bytes: number
  leftOut: LeftOut[]
}

/** What `generate` keeps beside the patch, for a repair to go on from. */
export interface EditsRecord {
  edits: FileEdit[]
  summary: string
}
