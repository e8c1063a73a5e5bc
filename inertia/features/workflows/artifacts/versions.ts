import type { ArtifactKind, StepName, Workflow, WorkflowArtifact } from '../server_types.js'
import type { ViewerAddress } from '../viewer/address.js'

/** What is made more than once, and the steps whose attempts it is of. A plan is not made again: it is edited. */
export type VersionedKind = Extract<ArtifactKind, 'plan' | 'patch' | 'verdict'>
const STEPS_OF: Record<VersionedKind, readonly StepName[]> = {
  plan: ['plan'],
  patch: ['generate', 'test'],
  verdict: ['test', 'generate'],
}

export interface Version {
  /** The attempt it is of; of a plan, the how-manieth wording. */
  number: number
  artifact: WorkflowArtifact
}

/** Oldest first; of one attempt only what it came to in the end. */
export function versionsOf(workflow: Pick<Workflow, 'artifacts' | 'steps'>, kind: VersionedKind): Version[] {
  const made = workflow.artifacts.filter((artifact) => artifact.kind === kind)
  if (kind === 'plan') return made.map((artifact, index) => ({ number: index + 1, artifact }))
  const attempts = new Map(workflow.steps.map(({ id, attempt }) => [id, attempt]))
  const byAttempt = new Map(made.map((artifact) => [attempts.get(artifact.stepId) ?? 1, artifact]))
  return [...byAttempt]
    .map(([number, artifact]) => ({ number, artifact }))
    .sort((a, b) => a.number - b.number)
}

/** The one that the address points at; the last where it points at none. Null: that attempt has not made one. */
export function chosenVersion(
  versions: readonly Version[],
  kind: VersionedKind,
  { step, attempt }: Pick<ViewerAddress, 'step' | 'attempt'>
): Version | null {
  const pointed = step !== null && attempt !== null && STEPS_OF[kind].includes(step)
  return (pointed ? versions.find(({ number }) => number === attempt) : versions.at(-1)) ?? null
}

/** Where a version can be found again. */
export const placeOf = (kind: VersionedKind, { number }: Version) => ({
  step: STEPS_OF[kind][0]!,
  attempt: number,
  line: null,
})
