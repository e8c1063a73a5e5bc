import type { Capabilities } from '@agentops/engine/contract'
import { sealedKeys } from '#llm/services/engine_access'
import { engineCapabilities } from '#shared/engine/engine_client'
import { EngineError } from '#shared/engine/engine_error'
import { forgetEngineKey } from '#shared/engine/engine_key'

const TIMEOUT_MS = 2500

/** What the engine can do for a team, with the team's own keys; null while the engine does not answer. */
export async function availableModels(teamId: string): Promise<Capabilities | null> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const ask = async () =>
    engineCapabilities({ team: teamId, workflow: null, grant: { keys: await sealedKeys(teamId) }, signal })
  return ask()
    .catch((error) => {
      if (!(error instanceof EngineError) || error.code !== 'keys_unreadable') throw error
      forgetEngineKey()
      return ask()
    })
    .catch(() => null)
}
