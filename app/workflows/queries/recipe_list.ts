import type { Capabilities } from '@agentops/engine/contract'
import { engineCapabilities } from '#shared/engine/engine_client'

const TIMEOUT_MS = 1500

/** What can be asked for now; null while the engine does not answer, which the page says. */
export async function recipeList(teamId: string): Promise<Capabilities | null> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  return engineCapabilities({ team: teamId, workflow: null, signal }).catch(() => null)
}
