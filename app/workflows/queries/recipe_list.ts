import type { Capabilities } from '@agentops/engine/contract'
import { availableModels } from '#llm/queries/available_models'

/** What can be asked for now; null while the engine does not answer, which the page says. */
export const recipeList = (teamId: string): Promise<Capabilities | null> => availableModels(teamId)
