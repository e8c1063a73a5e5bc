import { anyHost, publicHosts } from '#projects/git/host_rule'
import type { RemoteUrlRules } from '#projects/git/remote_url'
import env from '#start/env'

/**
 * Where repositories may be. On one machine its owner decides for themselves: their own paths and their own
 * network are open. An installation with many teams reaches the open internet only.
 */
export function remoteRules(): RemoteUrlRules {
  const embedded = env.get('EMBEDDED') ?? false
  return { allowLocal: embedded, allowHttpLoopback: embedded, allowHost: embedded ? anyHost : publicHosts }
}
