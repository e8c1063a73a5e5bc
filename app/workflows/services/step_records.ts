import type { FileEdit, ProposedTests, Setback } from '@agentops/engine/contract'
import type { LeftOut } from '#projects/git/checkout'
import type { PipelineJob, PipelineState } from '#projects/git/host_contract'
import type { JobBlame } from '#workflows/services/pipeline_blame'
import type { BaseRun } from '#workflows/verification/verify'

/** What `analyze` keeps of the snapshot; the archive itself is the engine's and the mirror's. */
export interface SnapshotRecord {
  id: string
  files: number
  bytes: number
  leftOut: LeftOut[]
  /** What the commit names but does not hold, and what that means. */
  absent?: string[]
}

/** What `generate` keeps beside the patch, for a repair to go on from. */
export interface EditsRecord {
  edits: FileEdit[]
  summary: string
  /** Of this attempt and those before. */
  proposed?: ProposedTests[]
  /** What had sent the work up the ladder by then; absent from records of recipes. */
  setbacks?: Setback[]
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
  blames: JobBlame[]
  /** The ends of the logs of failed jobs by name, masked. */
  logs: Record<string, string>
}
