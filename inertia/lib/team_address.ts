const TEAM = 'team'

/** Names the team of this page in an address of ours, so that it does not depend on what the browser tells of the page. */
export function inTeamOfPage(address: string): string {
  const team = new URLSearchParams(location.search).get(TEAM)
  const url = new URL(address, location.href)
  if (!team || url.origin !== location.origin || url.searchParams.has(TEAM)) return address
  url.searchParams.set(TEAM, team)
  return url.pathname + url.search + url.hash
}

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
