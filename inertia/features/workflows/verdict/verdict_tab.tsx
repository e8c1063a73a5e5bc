import { ArtifactStates } from '../artifacts/artifact_states'
import { Missing } from '../artifacts/missing'
import { useVersion } from '../artifacts/use_version'
import { VersionPicker } from '../artifacts/version_picker'
import type { Verdict } from '../server_types'
import type { ResultProps } from '../viewer/result_props'
import { VerdictView } from './verdict_view'

export function VerdictTab({ workflow, address, onAddress }: ResultProps) {
  const { artifact, ...picked } = useVersion<Verdict>(workflow, 'verdict', 'json', address)
  return (
    <>
      <VersionPicker kind="verdict" {...picked} onAddress={onAddress} />
      <ArtifactStates
        artifact={artifact}
        name="verdict"
        none={<Missing workflow={workflow} step="test" what="verdict" />}
      >
        {(value) => <VerdictView verdict={value} />}
      </ArtifactStates>
    </>
  )
}
