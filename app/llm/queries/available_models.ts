import { type Capabilities, defaultRouting } from '@agentops/engine/contract'
import { currentDataPolicy } from '#llm/queries/current_policy'
import { sealedKeys } from '#llm/services/engine_access'
import { engineCapabilities } from '#shared/engine/engine_client'
import { EngineError } from '#shared/engine/engine_error'
import { forgetEngineKey } from '#shared/engine/engine_key'

const TIMEOUT_MS = 2500

/**
 * What the engine can do for a team, or for one project of it: with the team's own keys, and without the models that
 * the data policy shuts out; null while the engine does not answer.
 */
export async function availableModels(
  teamId: string,
  projectId: string | null = null
): Promise<Capabilities | null> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const ask = async () => {
    const [keys, data] = await Promise.all([sealedKeys(teamId), currentDataPolicy(teamId, projectId)])
    const grant = { keys, routing: { ...defaultRouting, data } }
    return engineCapabilities({ team: teamId, workflow: null, grant, signal })
  }
  return ask()
    .catch((error) => {
      if (!(error instanceof EngineError) || error.code !== 'keys_unreadable') throw error
      forgetEngineKey()
      return ask()
    })
    .catch(() => null)
}
