import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Usage } from '../../contract/money.ts'
import type { LiveEvent } from '../../src/emit.ts'
import { loadEnv } from '../../src/env.ts'
import { type CallAccess, modelsFor } from '../../src/providers/access.ts'
import { Health } from '../../src/providers/health.ts'
import type { ModelProvider } from '../../src/providers/provider.ts'
import type { ModelCall } from '../../src/providers/request.ts'

/** The models of a call as an engine with these variables would offer them. */
export function testModels(
  variables: Record<string, string>,
  access: Partial<CallAccess> = {}
): ModelProvider {
  const dataDir = join(tmpdir(), `engine-models-${process.pid}`)
  const env = loadEnv({ ENGINE_DATA_DIR: dataDir, ...variables })
  const usual = { env, health: new Health(), team: 'team-1', routing: null, keys: [], allowance: null }
  const provider = modelsFor({ ...usual, ...access })
  if (!provider) throw new Error('these variables bring no models')
  return provider
}

/** A call with everything it emits beside it. */
export function testCall(provider: ModelProvider, rest: Partial<ModelCall> = {}) {
  const events: LiveEvent[] = []
  const call: ModelCall = {
    provider,
    model: provider.models[0]!,
    purpose: 'edit',
    instructions: 'You write code.',
    messages: [{ role: 'user', content: 'Say hello' }],
    emit: (event) => void events.push(event),
    signal: AbortSignal.timeout(10_000),
    ...rest,
  }
  const usages = (): Usage[] => events.flatMap((event) => (event.type === 'usage' ? [event.usage] : []))
  const said = (): string[] => events.flatMap((event) => (event.type === 'progress' ? [event.message] : []))
  return { call, events, usages, said }
}
