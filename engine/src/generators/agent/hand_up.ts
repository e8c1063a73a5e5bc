import type { ModelMessage } from 'ai'
import type { GenerateRequest } from '../../../contract/generation.ts'
import type { Setback } from '../../../contract/routing.ts'
import { nextUp } from '../../router/pick.ts'
import { editAsk } from '../change/edit_ask.ts'
import type { GeneratorContext } from '../change/propose_plan.ts'
import { setbackOf } from '../change/upwards.ts'
import type { Ending } from './answer_calls.ts'
import { limits } from './limits.ts'
import type { AgentState } from './state.ts'

/** What an answer says against the model that gave it. */
export function setbackIn({ malformed }: AgentState, ending: Ending): Setback | null {
  if (ending) return setbackOf(ending)
  return malformed >= limits.malformed ? 'malformed_edits' : null
}

/**
 * Hands a conversation to the next stronger model, where the policy wants that after such a setback and there is
 * one that has not had it.
 *
 * @returns false when it stays with whom it was
 */
export function handUp(
  { provider, graph, emit }: GeneratorContext,
  request: GenerateRequest,
  state: AgentState,
  setback: Setback
): boolean {
  state.setbacks.push(setback)
  state.malformed = 0
  const next = nextUp(provider, editAsk(request, graph, state.setbacks), [...state.tried, state.model])
  if (!next) return false
  emit({ type: 'progress', message: next.reason })
  state.tried.push(state.model)
  state.model = next.model
  state.messages = state.messages.map(withoutThoughts)
  state.fruitless = 0
  state.mended = 0
  return true
}

/** What a model has thought, and a provider's own marks on it, are of no use to another one. */
function withoutThoughts(message: ModelMessage): ModelMessage {
  if (message.role !== 'assistant' || typeof message.content === 'string') return message
  const content = message.content
    .filter(({ type }) => type !== 'reasoning')
    .map((part) => ('providerOptions' in part ? withoutMarks(part) : part))
  return { ...message, content }
}

function withoutMarks<T extends { providerOptions?: unknown }>({ providerOptions: _, ...part }: T): T {
  return part as T
}
