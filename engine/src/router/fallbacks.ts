import type { ModelProvider } from '../providers/provider.ts'
import { candidatesOf } from './pick.ts'
import { isAllowed } from './route.ts'

/**
 * Who is asked when a model's provider fails: models of other providers, stronger ones first. Those of
 * the same provider and key would fail with it.
 */
export function fallbacksFor(provider: ModelProvider, ref: string): string[] {
  const ladder = candidatesOf(provider).filter((candidate) => isAllowed(candidate, provider.routing.data))
  const at = ladder.findIndex((candidate) => candidate.ref === ref)
  const host = provider.model(ref)?.host
  const near = [...ladder.slice(at + 1), ...ladder.slice(0, Math.max(0, at)).reverse()]
  return near.filter((one) => provider.model(one.ref)?.host !== host).map((one) => one.ref)
}
