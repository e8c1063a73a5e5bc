import { randomUUID } from 'node:crypto'
import type { Role } from '#accounts/enums/role'
import type { CheckedToken } from '#accounts/services/api_token_check'
import { teamRows } from '#accounts/services/team_rows'
import { signToken, verifyToken } from '#shared/tokens/signed_token'
import env from '#start/env'

export const ACCESS_TOKEN_SECONDS = 3600
const audience = 'agentops-api'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Who issues tokens: the address of this installation as its operator wrote it, not as somebody asked for it. */
export const issuer = () => env.get('APP_URL')

export interface Grant {
  grantId: string
  teamId: string
  userId: string
  clientId: string
  scopes: string[]
}

/** A JWT for the API, valid for an hour at most and no longer than the grant it stands for. */
export function signAccessToken({ grantId, teamId, userId, clientId, scopes }: Grant) {
  const claims = { grant: grantId, team: teamId, client_id: clientId, scope: scopes.join(' ') }
  const expiresInSeconds = ACCESS_TOKEN_SECONDS
  return signToken(claims, {
    issuer: issuer(),
    audience,
    subject: userId,
    id: randomUUID(),
    expiresInSeconds,
  })
}

interface GrantRow {
  name: string
  scopes: string[]
  role: Role
  userName: string
  teamName: string
  keptOut: boolean
}

const liveGrant = `
  select g.client_id as name, g.scopes, m.role, u.full_name as "userName", t.name as "teamName",
    case when t.second_factor_required then not has_second_factor(g.user_id) else false end as "keptOut"
  from oauth_grants g
  join memberships m on m.team_id = g.team_id and m.user_id = g.user_id
  join users u on u.id = g.user_id and u.suspended_at is null
  join teams t on t.id = g.team_id and t.deleted_at is null
  where g.id = $1 and g.user_id = $2 and g.revoked_at is null`

/** How long a grant that has been taken away may still be believed in. */
const BELIEVED_MS = 4000
const MAX_ENTRIES = 10_000

const believed = new Map<string, { row: GrantRow; at: number }>()

async function lookUp(grantId: string, teamId: string, userId: string): Promise<GrantRow | null> {
  const key = `${grantId}:${userId}`
  const known = believed.get(key)
  if (known && Date.now() - known.at < BELIEVED_MS) return known.row
  believed.delete(key)
  const [row] = await teamRows<GrantRow>(teamId, liveGrant, [grantId, userId])
  if (!row) return null
  if (believed.size >= MAX_ENTRIES) believed.delete(believed.keys().next().value!)
  believed.set(key, { row, at: Date.now() })
  return row
}

/** Makes the end of a grant bite at once in this process; others follow within seconds. */
export function forgetGrant(grantId: string) {
  for (const key of believed.keys()) if (key.startsWith(`${grantId}:`)) believed.delete(key)
}

/** Who a signed token stands for; null when it is not ours, not valid now, or what it stands for has ended. */
export async function checkAccessToken(text: string): Promise<CheckedToken | null> {
  const claims = await verifyToken(text, { issuer: issuer(), audience })
  if (!claims) return null
  const { sub, grant, team, scope, exp } = claims
  const ids = [sub, grant, team]
  if (!ids.every((id): id is string => typeof id === 'string' && uuid.test(id))) return null
  const [userId, grantId, teamId] = ids as [string, string, string]
  const row = await lookUp(grantId, teamId, userId)
  if (!row) return null
  const asked = typeof scope === 'string' ? scope.split(' ') : []
  const { name, role, userName, teamName, keptOut } = row
  const scopes = row.scopes.filter((one) => asked.includes(one))
  const expiresAt = new Date(exp! * 1000)
  return {
    kind: 'person',
    id: grantId,
    name,
    teamId,
    teamName,
    userId,
    userName,
    role,
    scopes,
    keptOut,
    expiresAt,
  }
}
