import { ArtifactStates } from '../artifacts/artifact_states'
import { Missing } from '../artifacts/missing'
import { useArtifact } from '../artifacts/use_artifact'
import type { Verdict, Workflow } from '../server_types'
import { VerdictView } from './verdict_view'

export function VerdictTab({ workflow }: { workflow: Workflow }) {
  const verdict = useArtifact<Verdict>(workflow, 'verdict', 'json')
  return (
    <ArtifactStates
      artifact={verdict}
      name="verdict"
      none={<Missing workflow={workflow} step="test" what="verdict" />}
    >
      {(value) => <VerdictView verdict={value} />}
    </ArtifactStates>
  )
}
