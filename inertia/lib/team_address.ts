const TEAM = 'team'

/**
 * A query string with the team of the one that it takes the place of: a page that writes its own address must not
 * lose which team it is about.
 */
export function keepTeam(query: string, before: string): string {
  const team = new URLSearchParams(before).get(TEAM)
  if (!team) return query
  const parameters = new URLSearchParams(query)
  parameters.set(TEAM, team)
  return `?${parameters}`
}
