import { createHash } from 'node:crypto'
import type { RecordedAnswer } from '../../contract/exchange.ts'
import type { Emit } from '../emit.ts'
import type { Answer, GivenAnswer } from '../providers/answer.ts'
import { callModel } from '../providers/call_model.ts'
import type { ModelCall } from '../providers/request.ts'

const shown = { request: 400_000, output: 100_000 }

/**
 * Asks a model, or takes the answer from a record where exactly the same was asked before; that costs
 * nothing. Throws only when the call's signal aborts.
 */
export async function ask(
  call: ModelCall,
  recorded: readonly RecordedAnswer[],
  departed = false
): Promise<Answer> {
  const hash = hashOf(call)
  const known = readAnswer(recorded.find((record) => record.hash === hash)?.response)
  if (known) call.emit({ type: 'progress', message: `Taken from the record: the answer of ${call.model}.` })
  const answer = known ?? (await callModel(call))
  if (answer.type !== 'answer') return answer
  call.emit({
    type: 'exchange',
    exchange: {
      kind: 'model',
      hash,
      name: call.model,
      request: lastAsked(call).slice(0, shown.request),
      response: JSON.stringify(answer),
      replayed: known !== null,
      departed,
    },
  })
  return answer
}

/** Records what a tool was asked and said; tools read the snapshot only, so the same asks give the same. */
export function recordTool(emit: Emit, name: string, input: unknown, output: string): void {
  const request = JSON.stringify(input) ?? 'null'
  const hash = createHash('sha256').update(`${name}\0${request}`).digest('hex')
  const cut = { request: request.slice(0, shown.request), response: output.slice(0, shown.output) }
  emit({ type: 'exchange', exchange: { kind: 'tool', hash, name, ...cut, replayed: false, departed: false } })
}

/** The model is no part of it: the same question to another one is the same question. */
export function hashOf({ instructions, messages, tools, json }: ModelCall): string {
  const asked = { instructions, messages, tools: tools ? Object.keys(tools) : [], json: json !== undefined }
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex')
}

/** What came after the last answer; everything before is in the exchanges before. */
function lastAsked({ instructions, messages }: ModelCall): string {
  const from = messages.findLastIndex(({ role }) => role === 'assistant') + 1
  const asked = messages.slice(from)
  return JSON.stringify(from === 0 ? [{ role: 'system', content: instructions }, ...asked] : asked)
}

function readAnswer(response: string | undefined): GivenAnswer | null {
  if (response === undefined) return null
  try {
    const answer = JSON.parse(response) as Partial<GivenAnswer>
    const usable = answer.type === 'answer' && typeof answer.text === 'string'
    return usable && Array.isArray(answer.toolCalls) && Array.isArray(answer.messages)
      ? (answer as GivenAnswer)
      : null
  } catch {
    return null
  }
}
