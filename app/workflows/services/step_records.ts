import type { FileEdit } from '@agentops/engine/contract'
import type { LeftOut } from '#projects/git/checkout'
import type { PipelineJob, PipelineState } from '#projects/git/host_contract'
import type { JobRuling } from '#workflows/services/pipeline_ruling'
import type { BaseRun } from '#workflows/verification/verify'

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

/** What the tests said of the pinned commit, by the command they were run with. */
export interface BaseRecord {
  command: string
  commit: string | null
  base: BaseRun
}

/** What the host ran for the pushed commit, and what was made of its failures. */
export interface PipelineRecord {
  commit: string
  state: PipelineState
  url: string
  jobs: PipelineJob[]
  rulings: JobRuling[]
  /** The ends of the logs of failed jobs by name, masked. */
  logs: Record<string, string>
}
