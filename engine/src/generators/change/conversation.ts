import type { ModelMessage } from 'ai'
import type { Failure, Refused } from '../../emit.ts'
import { failed } from '../../emit.ts'
import type { ModelCall } from '../../providers/request.ts'
import { depart, type Replayed } from '../departure.ts'
import { ask } from '../exchange.ts'
import { complaintMessage } from './prompts.ts'

/** What a model's answer is worth: a result, an end of the conversation, or what is wrong with it. */
export type Reading<T> =
  | { kind: 'result'; value: T }
  | { kind: 'end'; event: Refused }
  | { kind: 'complaints'; complaints: string[] }

/** How often a model may mend an answer that can not be used. */
const maxRepairs = 1

/**
 * Calls a model until `read` accepts its answer; a rejected one is given back once with the precise
 * complaints. Throws only when the call's signal aborts.
 */
export async function converse<T>(
  call: ModelCall,
  read: (text: string) => Reading<T>,
  replayed: Replayed = { recorded: [], departures: [] }
): Promise<{ type: 'result'; value: T } | Failure | Refused> {
  let messages: ModelMessage[] = [...call.messages]
  let { model } = call
  let passed = 0
  for (let repairs = 0; ; repairs += 1) {
    const purpose = repairs === 0 ? call.purpose : 'repair'
    const way = depart({ ...call, model, messages, purpose }, replayed, passed)
    if ('type' in way) return way
    const answer = await ask(way.call, replayed.recorded, way.passed > passed)
    passed = way.passed
    model = way.call.model
    messages = [...way.call.messages]
    if (answer.type !== 'answer') return answer
    const reading = read(answer.text)
    if (reading.kind === 'result') return { type: 'result', value: reading.value }
    if (reading.kind === 'end') return reading.event
    if (repairs === maxRepairs) return unusable(model, reading.complaints)
    call.emit({
      type: 'progress',
      message: `The answer can not be used yet: ${reading.complaints[0]} Asking ${model} to mend it.`,
    })
    messages.push(
      { role: 'assistant', content: answer.text },
      { role: 'user', content: complaintMessage(reading.complaints) }
    )
  }
}

function unusable(model: string, complaints: string[]): Failure {
  const more = complaints.length > 1 ? ` (and ${complaints.length - 1} more)` : ''
  return failed(
    'malformed_edits',
    `The answer of ${model} could not be used even after it was asked to mend it: ${complaints[0]}${more}`
  )
}
