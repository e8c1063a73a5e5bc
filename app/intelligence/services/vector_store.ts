import { teamRows } from '#accounts/services/team_rows'

/** An extension may be added while the app runs. */
const LOOK_AGAIN_MS = 60_000

let there = false
let lookedAt = 0

/** Whether this database can keep vectors: it has pgvector. */
export async function hasVectors(teamId: string): Promise<boolean> {
  if (there || Date.now() - lookedAt < LOOK_AGAIN_MS) return there
  const [row] = await teamRows<{ open: boolean }>(teamId, 'select open_vector_store() as open')
  there = row!.open
  lookedAt = Date.now()
  return there
}

/** As the database takes it in. */
export const vectorText = (vector: readonly number[]) => `[${vector.join(',')}]`
