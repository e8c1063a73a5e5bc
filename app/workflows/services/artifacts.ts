import { createHash } from 'node:crypto'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'
import type { ArtifactKind, NewEvent } from '#workflows/enums/workflow_event'

export interface NewArtifact {
  kind: ArtifactKind
  mediaType: string
  body: Buffer
}

export const jsonArtifact = (kind: ArtifactKind, value: unknown): NewArtifact => ({
  kind,
  mediaType: 'application/json',
  body: Buffer.from(JSON.stringify(value)),
})

export const textArtifact = (
  kind: ArtifactKind,
  text: string,
  mediaType = 'text/plain; charset=utf-8'
): NewArtifact => ({
  kind,
  mediaType,
  body: Buffer.from(text),
})

interface Owner {
  teamId: string
  workflowId: string
  stepId: string
}

/** Stores what a step leaves behind and returns the events that say so. */
export async function storeArtifacts(trx: TransactionClientContract, owner: Owner, artifacts: NewArtifact[]) {
  const stored: { id: string; kind: ArtifactKind; event: NewEvent }[] = []
  for (const artifact of artifacts) {
    const { rows } = await trx.rawQuery(
      `insert into workflow_artifacts (team_id, workflow_id, step_id, kind, media_type, sha256, size, body)
       values (?, ?, ?, ?, ?, ?, ?, ?) returning id`,
      [
        owner.teamId,
        owner.workflowId,
        owner.stepId,
        artifact.kind,
        artifact.mediaType,
        createHash('sha256').update(artifact.body).digest(),
        artifact.body.length,
        artifact.body,
      ]
    )
    const id: string = rows[0].id
    const payload = { id, artifact: artifact.kind, size: artifact.body.length }
    stored.push({ id, kind: artifact.kind, event: { kind: 'artifact', stepId: owner.stepId, payload } })
  }
  return stored
}

/** The newest artifact of a kind (of one attempt, or a certain one, where that is asked for), or null. */
export async function latestArtifact(
  trx: TransactionClientContract,
  workflowId: string,
  kind: ArtifactKind,
  { id, attempt }: { id?: string | undefined; attempt?: number | undefined } = {}
) {
  const { rows } = await sql<{ id: string; mediaType: string; body: Buffer; createdAt: Date }>(
    trx,
    `select a.id, a.media_type as "mediaType", a.body, a.created_at as "createdAt"
     from workflow_artifacts a join workflow_steps s on s.id = a.step_id
     where a.workflow_id = :workflowId and a.kind = :kind
       and (cast(:id as uuid) is null or a.id = cast(:id as uuid))
       and (cast(:attempt as int) is null or s.attempt = cast(:attempt as int))
     order by a.created_at desc, a.id desc limit 1`,
    { workflowId, kind, id: id ?? null, attempt: attempt ?? null }
  )
  return rows[0] ?? null
}

export async function latestJson<T>(trx: TransactionClientContract, workflowId: string, kind: ArtifactKind) {
  const artifact = await latestArtifact(trx, workflowId, kind)
  return artifact ? (JSON.parse(artifact.body.toString()) as T) : null
}
