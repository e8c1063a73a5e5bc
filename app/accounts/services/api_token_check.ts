import db from '@adonisjs/lucid/services/db'
import type { Role } from '#accounts/enums/role'
import { hashApiToken, isApiToken } from '#accounts/services/api_token'

export interface CheckedToken {
  /** `robot`: a service token, which stands for the team itself. */
  kind: 'person' | 'robot'
  id: string
  name: string
  teamId: string
  teamName: string
  /** Null for a robot. */
  userId: string | null
  /** The person's name, or the robot's. */
  userName: string
  role: Role
  scopes: string[]
  /** Whether the person lacks the second factor that the team asks of its members. */
  keptOut: boolean
  expiresAt: Date | null
}

interface Entry {
  token: CheckedToken
  checkedAt: number
}

/** How long another process may go on believing in a token, a role or a membership that has been taken away. */
const BELIEVED_MS = 4000
const MAX_ENTRIES = 10_000

const believed = new Map<string, Entry>()
const asking = new Map<string, Promise<CheckedToken | null>>()

async function lookUp(hash: Buffer): Promise<CheckedToken | null> {
  const { rows } = await db.rawQuery(
    `select kind, id, name, team_id as "teamId", team_name as "teamName", user_id as "userId", user_name as "userName",
       role, scopes, kept_out as "keptOut", expires_at as "expiresAt"
     from authenticate_api_token(?)`,
    [hash]
  )
  return rows[0] ?? null
}

function believe(key: string, token: CheckedToken) {
  if (believed.size >= MAX_ENTRIES) believed.delete(believed.keys().next().value!)
  believed.set(key, { token, checkedAt: Date.now() })
}

/** Requests that come with the same token at the same time share one look-up. */
function askOnce(key: string, hash: Buffer) {
  let question = asking.get(key)
  if (!question) {
    question = lookUp(hash).finally(() => asking.delete(key))
    asking.set(key, question)
  }
  return question
}

const unexpired = (token: CheckedToken | null) =>
  token && (!token.expiresAt || token.expiresAt.getTime() > Date.now()) ? token : null

/**
 * Who a bearer token stands for; null for one that is unknown, revoked or expired, and when its owner has
 * left the team. Only what is well-formed is looked up, and whatever is looked up costs the same.
 */
export async function checkApiToken(text: string): Promise<CheckedToken | null> {
  if (!isApiToken(text)) return null
  const hash = hashApiToken(text)
  const key = hash.toString('base64')
  const entry = believed.get(key)
  if (entry && Date.now() - entry.checkedAt < BELIEVED_MS) return unexpired(entry.token)
  believed.delete(key)
  const revocations = revoked
  const token = await askOnce(key, hash)
  if (token && revocations === revoked) believe(key, token)
  return unexpired(token)
}

let revoked = 0

function forget(gone: (token: CheckedToken) => boolean) {
  revoked += 1
  for (const [key, { token }] of believed) if (gone(token)) believed.delete(key)
}

/** Makes a revocation bite at once in this process; others follow within seconds. */
export const forgetApiToken = (id: string) => forget((token) => token.id === id)

/** The same for all tokens of somebody who has left the team or has another role in it. */
export const forgetTokensOfMember = (teamId: string, userId: string) =>
  forget((token) => token.teamId === teamId && token.userId === userId)

/** The same for all tokens for a team, and for all of a person. */
export const forgetTokensOfTeam = (teamId: string) => forget((token) => token.teamId === teamId)
export const forgetTokensOfUser = (userId: string) => forget((token) => token.userId === userId)
