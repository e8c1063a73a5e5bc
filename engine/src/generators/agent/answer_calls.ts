import { createHash } from 'node:crypto'
import type { ModelMessage } from 'ai'
import type { GenerateRequest } from '../../../contract/generation.ts'
import { type Emit, failed } from '../../emit.ts'
import type { ToolCall } from '../../providers/answer.ts'
import { declined } from '../../providers/attempt.ts'
import { recordTool } from '../exchange.ts'
import { countRepeat } from './bounds.ts'
import { type CallResult, callTool, digestOf, malformed, type Workbench } from './call_tool.ts'
import { limits } from './limits.ts'
import type { AgentOutcome } from './outcome.ts'
import type { AgentState } from './state.ts'
import { testRequest } from './test_run.ts'
import type { ToolInput } from './tools.ts'

export interface Turn {
  state: AgentState
  bench: Workbench
  request: GenerateRequest
  /** Why the change may not be handed over as it is. */
  objections: () => string[]
  emit: Emit
}

/** An outcome whose state is yet to be written. */
export type Ending = Exclude<AgentOutcome, { type: 'turn_ended' | 'execution_requested' }> | Waiting | null
interface Waiting {
  type: 'execution_requested'
  requests: Extract<AgentOutcome, { type: 'execution_requested' }>['requests']
}

/** Carries out the calls of one answer in their order and puts what they say into the conversation. */
export function answerCalls(turn: Turn, calls: ToolCall[]): Ending {
  const { state } = turn
  const results: { call: ToolCall; result: CallResult }[] = []
  let ending: Ending = null
  for (const [index, call] of calls.entries()) {
    if (index >= limits.callsPerStep) {
      results.push({ call, result: notDone(`Only ${limits.callsPerStep} calls are carried out at once.`) })
      continue
    }
    if (ending) {
      results.push({ call, result: notDone('Not carried out: the call before ends this turn.') })
      continue
    }
    const done = one(turn, call)
    if ('output' in done) results.push({ call, result: done })
    else ending = done
    // For the model that goes on, should another one be given the conversation.
    if (ending?.type === 'refused') results.push({ call, result: notDone('Go on from here: do the task.') })
  }
  const worked = ending !== null || results.some(({ result }) => result.worked)
  state.fruitless = worked ? 0 : state.fruitless + 1
  countMalformed(state, results)
  state.edits = turn.bench.tree.edits()
  state.proposed = turn.bench.proposed
  if (results.length > 0) state.messages.push(toolMessage(results))
  return ending
}

/** Reading in between does not make up for edits that could not be used. */
function countMalformed(state: AgentState, results: { call: ToolCall; result: CallResult }[]): void {
  const writes = results.filter(({ call }) => call.name === 'edit' || call.name === 'propose_tests')
  if (writes.some(({ result }) => result.worked)) state.malformed = 0
  else if (writes.length > 0 || results.some(({ call }) => malformed(call))) state.malformed += 1
}

const notDone = (output: string): CallResult => ({ output, worked: false, note: null })

function one(turn: Turn, call: ToolCall): CallResult | NonNullable<Ending> {
  const { state, bench, emit } = turn
  const wrong = malformed(call)
  if (wrong) return noted(turn, call, notDone(wrong))
  if (call.name === 'run_tests') return runTests(turn, call)
  if (call.name === 'finish') return finish(turn, call)
  if (call.name === 'decline') {
    return declined(state.model, `Its reason: ${(call.input as ToolInput<'decline'>).reason}`)
  }
  const key = createHash('sha256')
    .update(`${digestOf(bench.tree)}\0${call.name}\0${JSON.stringify(call.input)}`)
    .digest('hex')
    .slice(0, 16)
  const result = callTool(bench, call)
  const times = countRepeat(state, key)
  if (times > 1) result.output += `\nThis is the same call on the same code for the ${times}th time.`
  if (result.note) emit({ type: 'progress', message: result.note })
  return noted(turn, call, result)
}

function noted({ emit }: Turn, { name, input }: ToolCall, result: CallResult): CallResult {
  recordTool(emit, name, input, result.output)
  return result
}

function runTests(turn: Turn, call: ToolCall): CallResult | Waiting {
  const { state, bench, request } = turn
  if (!request.test) return noted(turn, call, notDone('No way to run tests is known for this repository.'))
  const digest = digestOf(bench.tree)
  if (state.tested?.digest === digest) {
    const was = state.tested.green ? 'passed' : 'failed'
    return noted(turn, call, notDone(`The code is the same as when the tests last ran; they ${was}.`))
  }
  if (state.testRuns >= limits.testRuns) return noted(turn, call, notDone('The tests can not be run again.'))
  state.testRuns += 1
  const run = testRequest(bench.tree, request.test.command, (call.input as ToolInput<'run_tests'>).reason)
  state.waiting = { callId: call.id, requestId: run.id, digest }
  return { type: 'execution_requested', requests: [run] }
}

function finish(turn: Turn, call: ToolCall): CallResult | NonNullable<Ending> {
  const { state, bench, objections } = turn
  const edits = bench.tree.edits()
  if (edits.length === 0) {
    return noted(turn, call, notDone('Nothing was changed. Change something, or `decline` with the reason.'))
  }
  const complaints = objections()
  if (complaints.length > 0) return noted(turn, call, notDone(`Not accepted: ${complaints.join(' ')}`))
  if (
    state.tested?.digest === digestOf(bench.tree) &&
    !state.tested.green &&
    state.redRuns < limits.redRuns
  ) {
    return noted(turn, call, notDone('Not accepted: the tests fail on this code.'))
  }
  const { summary } = call.input as ToolInput<'finish'>
  return { type: 'edits', edits, summary, proposed: bench.proposed }
}

function toolMessage(results: { call: ToolCall; result: CallResult }[]): ModelMessage {
  return {
    role: 'tool',
    content: results.map(({ call, result }) => ({
      type: 'tool-result',
      toolCallId: call.id,
      toolName: call.name,
      output: { type: 'text', value: result.output },
    })),
  }
}

/** For an answer without calls that can not be used either. */
export function unusable(model: string, complaints: readonly string[]): Ending {
  const more = complaints.length > 1 ? ` (and ${complaints.length - 1} more)` : ''
  return failed(
    'malformed_edits',
    `The answer of ${model} could not be used even after it was asked to mend it: ${complaints[0]}${more}`
  )
}
