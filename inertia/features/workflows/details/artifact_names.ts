import type { ArtifactKind } from '../server_types'

export const ARTIFACTS: Record<ArtifactKind, string> = {
  snapshot: 'Snapshot of the code',
  analysis: 'Analysis: stack and code graph',
  plan: 'Plan',
  edits: 'Edits as generated',
  patch: 'Patch',
  verdict: 'Verdict',
  base_run: 'Test run without the change',
  strength: 'What the tests noticed before the change',
  mail: 'Commit as a mail, for git am',
  pipeline: 'What the pipeline at the git host said',
  publication: 'Publication: branch and commit',
}
