import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { type Refused, refused } from '../emit.ts'
import { modelsFor } from '../providers/access.ts'
import type { ModelProvider } from '../providers/provider.ts'
import { recipes } from '../recipes/registry.ts'
import type { EngineBindings, Services } from './context.ts'
import { problem } from './problem.ts'

/** Opens the team's keys in the token, if there are any; sets `teamKeys`. */
export function withTeamKeys({ tokenKey }: Services) {
  return createMiddleware<EngineBindings>(async (c, next) => {
    const { keys } = c.var.claims
    const opened = keys === null ? [] : await tokenKey.open(keys)
    if (opened === null) {
      return problem(c, {
        status: 409,
        code: 'keys_unreadable',
        title: 'Keys unreadable',
        detail:
          "The keys were not encrypted to this engine's present public key. Fetch it again and repeat the call.",
      })
    }
    c.set('teamKeys', opened)
    return next()
  })
}

/** The models of this call; null when there is no key at all. */
export function modelsOf(c: Context<EngineBindings>, { env, health }: Services): ModelProvider | null {
  const { team, routing, allowance } = c.var.claims
  return modelsFor({ env, health, team, routing, allowance, keys: c.var.teamKeys })
}

/** The models of this call, at least one, or why there are none. */
export function modelsOrRefusal(c: Context<EngineBindings>, services: Services): ModelProvider | Refused {
  const provider = modelsOf(c, services)
  if (!provider) return noKey()
  return provider.models.length > 0 ? provider : shutOut(provider)
}

function noKey(): Refused {
  const titles = recipes.map(({ info }) => info.title).join('; ')
  return refused(
    'no_model_key',
    `Without a model, only the tasks on this list can be done, and yours is not among them: ${titles}.`,
    'Add a key of your own under Settings, Models, or set OPENAI_API_KEY, ANTHROPIC_API_KEY, MISTRAL_API_KEY or OLLAMA_BASE_URL for the engine, to have any task done by a model.'
  )
}

function shutOut({ routing }: ModelProvider): Refused {
  const rule = routing.data.localOnly
    ? "models on the operator's own machines only"
    : 'some providers and regions only'
  return refused(
    'no_model_key',
    `The data policy of your team allows ${rule}, and there is a key for none of them.`,
    'Add a key for a provider that the policy allows, or change the policy, under Settings, Models.'
  )
}
