import type { HttpContext } from '@adonisjs/core/http'

/** The part of an address that names the team a page is about. */
export const TEAM_PARAMETER = 'team'

const teamIn = (url: URL | null) => url?.searchParams.get(TEAM_PARAMETER) || null

function referringPage({ request }: HttpContext): URL | null {
  const text = request.header('referer')
  const url = text && URL.canParse(text) ? new URL(text) : null
  return url && url.host === request.host() ? url : null
}

/**
 * The team that a request names: by its own address, else by the page it was sent from. What a page loads,
 * submits or lets somebody save therefore stays in that page's team, whatever other tabs show meanwhile.
 */
export function namedTeam(ctx: HttpContext): { id: string; explicit: boolean } | null {
  const own = ctx.request.parsedUrl.query
  const explicit = own ? new URLSearchParams(own).get(TEAM_PARAMETER) : null
  if (explicit) return { id: explicit, explicit: true }
  const inherited = teamIn(referringPage(ctx))
  return inherited ? { id: inherited, explicit: false } : null
}

/** The same address (path, or of this origin) with the team in it. */
export function addressInTeam(address: string, teamId: string): string {
  const [, path, query, fragment] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address)!
  const parameters = new URLSearchParams(query)
  parameters.set(TEAM_PARAMETER, teamId)
  return `${path}?${parameters}${fragment ?? ''}`
}

/** Puts the team into what the browser will show as this page's address. */
export function nameTeamInAddress({ request }: HttpContext, teamId: string) {
  const parameters = new URLSearchParams(request.parsedUrl.query ?? '')
  if (parameters.get(TEAM_PARAMETER) === teamId) return
  parameters.set(TEAM_PARAMETER, teamId)
  request.parsedUrl.query = parameters.toString()
}

/** For a page that is shown although the team it names is none of the person's (any more). */
export function forgetTeamInAddress({ request }: HttpContext) {
  const parameters = new URLSearchParams(request.parsedUrl.query ?? '')
  parameters.delete(TEAM_PARAMETER)
  request.parsedUrl.query = parameters.toString()
}

/** Nobody behind may take the parameter for input of their own. */
export function takeTeamOutOfInput({ request }: HttpContext) {
  const { [TEAM_PARAMETER]: _, ...rest } = request.qs()
  request.updateQs(rest)
}

/** Keeps a redirect inside this installation in the team; one that names a team already is left alone. */
export function nameTeamInRedirect({ request, response }: HttpContext, teamId: string) {
  const location = response.getHeader('location')
  if (typeof location !== 'string') return
  const here = `${request.protocol()}://${request.host()}`
  const url = URL.canParse(location, here) ? new URL(location, here) : null
  if (!url || url.host !== request.host() || url.searchParams.has(TEAM_PARAMETER)) return
  response.header('location', addressInTeam(location, teamId))
}
