import type { HealthIntent } from './intent.ts'
import { requestOf } from './sentence.ts'

const path = '[`"\'«“]? ?(?<path>/(?:api/|v1/)?(?:health(?:z|check|-check)?|livez|healthz))/? ?[`"\'»”]?'
const name = 'health(?:[- ]?check)?'
const noun = '(?:endpoint|route|url|check|handler|page)'
const withTest = '(?: (?:with|and) (?:its |a |an |the |some )?(?:own )?tests?(?: for it)?)?'
const avecTest = '(?: (?:avec|et) (?:son |un |ses |des )?tests?)?'
const place = '(?: (?:to|in|for) (?:the|this|my|our) (?:api|app|application|server|service|project|backend))?'
const placeFr =
  "(?: (?:à|dans|au|sur) (?:l['’]|le |la |mon |notre |cette |ce )?(?:api|app|application|serveur|service|projet))?"

const requests = [
  new RegExp(
    `^(?:add|create|implement|expose|write|make|provide) (?:a |an |the |me a )?(?:new |simple )?(?:get )?${path}(?: (?:${noun}|${name} ${noun}))?${place}${withTest}$`,
    'iu'
  ),
  new RegExp(
    `^(?:add|create|implement|expose|write|make|provide) (?:a |an |the )?(?:new |simple )?(?:http )?(?:${name}|liveness)(?: ${noun})?(?: (?:at|on|under) (?:get )?${path})?${place}${withTest}$`,
    'iu'
  ),
  new RegExp(
    `^(?:add|create|implement|expose) (?:a |an |the )?(?:new |simple )?${noun} (?:at )?(?:get )?${path}${place}${withTest}$`,
    'iu'
  ),
  new RegExp(
    `^(?:ajoute[rz]?|cr[ée]e[rz]?|expose[rz]?|impl[ée]mente[rz]?) (?:un |une |le |la |l['’])?(?:nouveau |nouvelle )?(?:endpoint|route|point d['’](?:accès|entrée)|point de terminaison|url)(?: http)?(?: get)? (?:(?:de |pour )?${path}|de santé|health(?:[- ]?check)?)${placeFr}${avecTest}$`,
    'iu'
  ),
  new RegExp(
    `^(?:ajoute[rz]?|cr[ée]e[rz]?|expose[rz]?) (?:un |une )?(?:${name}|(?:get )?${path})${placeFr}${avecTest}$`,
    'iu'
  ),
]

/** "add a health endpoint", with its path when one is named. */
export function parseHealth(task: string): HealthIntent | null {
  const request = requestOf(task)
  for (const pattern of requests) {
    const found = pattern.exec(request)
    if (found) return { recipe: 'health_endpoint', path: found.groups?.path ?? '/health' }
  }
  return null
}
