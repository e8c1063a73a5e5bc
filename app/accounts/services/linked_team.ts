import type { HttpContext } from '@adonisjs/core/http'
import type { TeamOfUser } from '#accounts/queries/teams_of_user'

type Has = (teamId: string, id: string) => Promise<boolean>

const kinds = new Map<string, Has>()

/** Says how to find out whose a thing is that has pages under `/<kind>/:id`; see start/links.ts. */
export const registerLinks = (kind: string, has: Has) => void kinds.set(kind, has)

/**
 * The team of the thing that a link from elsewhere leads to (a commit, a comment, a chat), where it does not say so.
 * Only for somebody in several teams who opens a page; null when none of their teams has it.
 */
export async function linkedTeam({ request, teams }: HttpContext): Promise<TeamOfUser | null> {
  if (teams.length < 2 || request.method() !== 'GET') return null
  const [, kind = '', id] = /^\/(\w+)\/([0-9a-f-]{36})(?:\/|$)/.exec(request.url()) ?? []
  const has = kinds.get(kind)
  if (!has || !id) return null
  for (const team of teams) if (await has(team.id, id)) return team
  return null
}
