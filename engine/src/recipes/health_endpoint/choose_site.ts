import type { Repository } from '../modules/repository.ts'
import { type Refused, refused } from '../refusals.ts'
import { type AppSite, appSites, callsOn } from './app_sites.ts'

/** The application that serves requests, when it can be told from routers and sub-applications. */
export function chooseSite(repository: Repository): AppSite | Refused | null {
  const sites = appSites(repository)
  if (sites.length <= 1) return sites[0] ?? null
  const scored = sites.map((site) => ({ site, score: scoreOf(site) })).sort((a, b) => b.score - a.score)
  if (scored[0]!.score > scored[1]!.score) return scored[0]!.site
  const places = scored
    .filter(({ score }) => score === scored[0]!.score)
    .map(({ site }) => `${site.app.name} in ${site.module.path}`)
  return refused(
    'ambiguous',
    `There is more than one application: ${places.join(' and ')}.`,
    'A recipe cannot tell which one is meant; add a model key in the settings, or add the route by hand.'
  )
}

function scoreOf(site: AppSite): number {
  const names = callsOn(site).map(({ name }) => name)
  const mounts = names.filter((name) => /^(use|route|register|mount)$/.test(name)).length
  const serves = new RegExp(`\\b${site.app.name}\\s*\\.\\s*listen\\(|\\bserve\\(`).test(site.module.text)
  const named = /(^|\/)(app|server|index|main)\.[cm]?[jt]sx?$/.test(site.module.path)
  return (serves ? 10 : 0) + mounts + (named ? 2 : 0)
}
