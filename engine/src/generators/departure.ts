import type { Departure, RecordedAnswer } from '../../contract/exchange.ts'
import { withParts } from '../../contract/question.ts'
import { type Emit, type Failure, failed } from '../emit.ts'
import type { ModelCall } from '../providers/request.ts'
import { hashOf } from './exchange.ts'

/** What a round may be answered from, and where it leaves that. */
export interface Replayed {
  recorded: readonly RecordedAnswer[]
  departures: readonly Departure[]
}

export interface Departing {
  call: ModelCall
  /** How many departures lie behind now. */
  passed: number
}

/**
 * The question as a replay asks it: where its way parts from the record, with other words and to another model.
 * Where the record can not be followed as far as that, new words have no place, and nothing is asked.
 */
export function depart(
  call: ModelCall,
  { recorded, departures }: Replayed,
  passed: number
): Departing | Failure {
  const open = departures.slice(passed)
  const hash = hashOf(call)
  const [next] = open
  if (!next) return { call, passed }
  if (next.hash === hash) return depart(changed(call, next), { recorded, departures }, passed + 1)
  if (recorded.some((record) => record.hash === hash)) return { call, passed }
  return afterAll(call, open, departures.length)
}

/** The record says nothing of this question: what was to be said later is said now, if it can be. */
function afterAll(call: ModelCall, open: readonly Departure[], passed: number): Departing | Failure {
  if (open.some(({ parts }) => parts.length > 0))
    return failed(
      'record_diverged',
      'The record could not be followed as far as the question whose words were changed: other questions came up before it. Nothing more was asked. Replay it from there without changed words, or run the task again.'
    )
  tell(
    call.emit,
    'The record could not be followed as far as it should have been; from here on models are asked.'
  )
  return { call: open.reduce(changed, call), passed }
}

function changed(call: ModelCall, { parts, message, model }: Departure): ModelCall {
  const messages = withParts(call.messages, parts)
  if (parts.length > 0) tell(call.emit, 'Asked here in other words than in the record.')
  return {
    ...call,
    model: model ?? call.model,
    messages: message === null ? messages : [...messages, said(message)],
  }
}

const tell = (emit: Emit, message: string) => emit({ type: 'progress', message })

/** The words of whoever gave the task, as a model is told them. */
export const said = (text: string) => ({
  role: 'user' as const,
  content: `The person who gave the task says now:\n${text}`,
})
