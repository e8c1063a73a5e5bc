import type { Workflow } from '../server_types'
import type { ViewerAddress } from '../viewer/address'
import { type Artifact, useArtifact } from './use_artifact'
import { chosenVersion, type Version, type VersionedKind, versionsOf } from './versions'

/** All versions of what a workflow makes, and what the one holds that the address points at. */
export function useVersion<T>(
  workflow: Workflow,
  kind: VersionedKind,
  as: 'json' | 'text',
  address: ViewerAddress
): { versions: Version[]; chosen: Version | null; artifact: Artifact<T> } {
  const versions = versionsOf(workflow, kind)
  const chosen = chosenVersion(versions, kind, address)
  return { versions, chosen, artifact: useArtifact<T>(workflow, chosen?.artifact ?? null, as) }
}
