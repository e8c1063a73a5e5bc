import type { FileEdit } from '../../../contract/file_edit.ts'
import { complaintMessage } from '../change/prompts.ts'
import { readChange } from '../change/read_change.ts'
import { type Ending, type Turn, unusable } from './answer_calls.ts'
import { digestOf } from './call_tool.ts'

/** How often a model may mend an answer that can not be used. */
const maxMended = 1

/**
 * An answer without calls: a change in the text format, for models that prefer it, or closing words.
 * `again` puts a complaint into the conversation.
 */
export function readText(turn: Turn, text: string): Ending | 'again' {
  const { state, bench } = turn
  if (!/^@@ /m.test(text) && bench.tree.edits().length > 0) return closingWords(turn, text)
  const reading = readChange(text, bench.tree, bench.task, state.model)
  if (reading.kind === 'end') {
    // For the model that goes on, should another one be given the conversation.
    state.messages.push({ role: 'user', content: 'Go on from here: do the task.' })
    return reading.event
  }
  if (reading.kind === 'complaints')
    return complain(turn, reading.complaints, complaintMessage(reading.complaints))
  bench.tree = reading.value.tree
  return handOver(turn, bench.tree.edits(), reading.value.summary)
}

/** A model that stops calling has finished, unless the tests have not seen what it leaves. */
function closingWords(turn: Turn, text: string): Ending | 'again' {
  const { state, bench, request } = turn
  const seen = !request.test || state.tested?.digest === digestOf(bench.tree)
  if (!seen && state.mended < maxMended) {
    state.mended += 1
    const content = 'Run the tests on the change with `run_tests`, then call `finish`.'
    state.messages.push({ role: 'user', content })
    return 'again'
  }
  return handOver(turn, bench.tree.edits(), text.trim().slice(0, 4_000) || 'No summary was given.')
}

function handOver(turn: Turn, edits: FileEdit[], summary: string): Ending | 'again' {
  const complaints = turn.objections()
  if (complaints.length > 0) return complain(turn, complaints, `Not accepted: ${complaints.join(' ')}`)
  return { type: 'edits', edits, summary }
}

function complain({ state, emit }: Turn, complaints: readonly string[], content: string): Ending | 'again' {
  if (state.mended >= maxMended) {
    state.messages.push({ role: 'user', content })
    return unusable(state.model, complaints)
  }
  state.mended += 1
  emit({
    type: 'progress',
    message: `The answer can not be used yet: ${complaints[0]} Asking ${state.model} to mend it.`,
  })
  state.messages.push({ role: 'user', content })
  return 'again'
}
