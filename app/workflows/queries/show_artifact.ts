import { withTeam } from '#accounts/services/tenancy'
import NotFoundException from '#shared/exceptions/not_found_exception'
import type { ArtifactKind } from '#workflows/enums/workflow_event'
import { latestArtifact } from '#workflows/services/artifacts'

export interface Artifact {
  id: string
  mediaType: string
  body: Buffer
}

export interface WhichArtifact {
  /** A certain one, of this kind. */
  id?: string | undefined
  /** The newest of one attempt. */
  attempt?: number | undefined
}

/**
 * The newest artifact of a kind, or one from before.
 *
 * @throws NotFoundException when the workflow has none, or is not this team's
 */
export async function showArtifact(
  teamId: string,
  workflowId: string,
  kind: ArtifactKind,
  which: WhichArtifact = {}
): Promise<Artifact> {
  const artifact = await withTeam(teamId, (trx) => latestArtifact(trx, workflowId, kind, which))
  if (!artifact) throw new NotFoundException(kind)
  return artifact
}
