import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ModelMessage } from 'ai'
import type { GenerateRequest } from '../../../contract/generation.ts'
import type { Answer, GivenAnswer } from '../../providers/answer.ts'
import { pickModel } from '../../router/pick.ts'
import { editAsk, setbacksBefore } from '../change/edit_ask.ts'
import { editMessage } from '../change/prompts.ts'
import type { GeneratorContext } from '../change/propose_plan.ts'
import { quotationMark, repositoryContext } from '../change/repository_context.ts'
import { setbackOf } from '../change/upwards.ts'
import { WorkingTree } from '../change/working_tree.ts'
import { depart, said } from '../departure.ts'
import { ask } from '../exchange.ts'
import { answerCalls, type Ending, type Turn } from './answer_calls.ts'
import { outOfBounds } from './bounds.ts'
import { CodeMap } from './code_map.ts'
import { objections } from './guards.ts'
import { handUp, setbackIn } from './hand_up.ts'
import { compacted, sizeOf } from './history.ts'
import { limits } from './limits.ts'
import type { AgentOutcome } from './outcome.ts'
import { type AgentState, newState, readState } from './state.ts'
import { isGreen, runReport } from './test_run.ts'
import { readText } from './text_answer.ts'
import { tools } from './tools.ts'

const instructions = readFileSync(join(import.meta.dirname, 'agent.prompt.md'), 'utf8')

/**
 * One turn of the agent: hears what was executed and said meanwhile, asks the model once (twice where its
 * answer can not be used), carries out its calls. Throws only when the signal aborts.
 */
export async function agentTurn(
  context: GeneratorContext,
  request: GenerateRequest,
  stateText: string | null
): Promise<AgentOutcome> {
  const state = stateText === null ? begin(context, request) : readState(stateText)
  if (request.model && !state.tried.includes(request.model)) state.model = request.model
  hear(state, request, quotationMark(context.snapshot.id))
  const tree = new WorkingTree(context.snapshot)
  tree.apply(state.edits)
  const turn = turnOf(context, request, state, tree)
  for (;;) {
    const bound = outOfBounds(state)
    if (bound) return { type: 'stuck', message: bound, edits: state.edits }
    const answer = await askModel(context, request, state)
    if (answer.type === 'failed' && answer.code === 'budget_exceeded' && context.provider.purse.final)
      return { type: 'stuck', overBudget: true, message: answer.message, edits: state.edits }
    if (answer.type !== 'answer') {
      const declines = setbackOf(answer)
      return declines && handUp(context, request, state, declines) ? closed(state, null) : answer
    }
    state.steps += 1
    state.messages.push(...answer.messages.filter(({ role }) => role === 'assistant'))
    const ending =
      answer.toolCalls.length > 0 ? answerCalls(turn, answer.toolCalls) : readText(turn, answer.text)
    if (ending === 'again') continue
    const setback = setbackIn(state, ending)
    return closed(state, setback && handUp(context, request, state, setback) ? null : ending)
  }
}

/** The state goes with whatever is not the end. */
function closed(state: AgentState, ending: Ending): AgentOutcome {
  if (ending === null) return { type: 'turn_ended', state: JSON.stringify(state) }
  if (ending.type === 'execution_requested') return { ...ending, state: JSON.stringify(state) }
  if (ending.type === 'edits') return { ...ending, setbacks: state.setbacks }
  return ending
}

function begin({ snapshot, graph, provider, emit }: GeneratorContext, request: GenerateRequest): AgentState {
  const { plan, feedback, task, test, strength } = request
  const setbacks = setbacksBefore(request)
  const { model, reason } = pickModel(provider, editAsk(request, graph, setbacks))
  emit({ type: 'progress', message: reason })
  const edits = feedback?.edits ?? []
  const tree = new WorkingTree(snapshot)
  tree.apply(edits)
  const planned = [...plan.files, ...edits].map(({ path }) => path)
  const contents = limits.contents
  const repository = repositoryContext({ snapshotId: snapshot.id, tree, graph, task, planned, contents })
  const content = editMessage(repository, { test, plan, task, feedback, strength })
  const messages: ModelMessage[] = [{ role: 'user', content, providerOptions: cached }]
  return newState({ model, edits, messages, setbacks })
}

/** Everything up to here is the same in each turn: providers that want to be told so may keep it. */
const cached: NonNullable<ModelMessage['providerOptions']> = {
  anthropic: { cacheControl: { type: 'ephemeral' } },
}

/** Puts what came since the last turn into the conversation. */
function hear(state: AgentState, { executions, messages }: GenerateRequest, mark: string): void {
  const { waiting } = state
  if (waiting) {
    const result = executions.find(({ id }) => id === waiting.requestId)
    const value = result ? runReport(result, mark) : 'The tests could not be run.'
    state.messages.push({
      role: 'tool',
      content: [
        {
          type: 'tool-result',
          toolCallId: waiting.callId,
          toolName: 'run_tests',
          output: { type: 'text', value },
        },
      ],
    })
    if (result) {
      state.tested = { digest: waiting.digest, green: isGreen(result) }
      state.redRuns += isGreen(result) ? 0 : 1
    }
    state.waiting = null
  }
  for (const { text } of messages) {
    state.messages.push(said(text))
    state.fruitless = 0
  }
}

function turnOf(
  { snapshot, graph, emit }: GeneratorContext,
  request: GenerateRequest,
  state: AgentState,
  tree: WorkingTree
): Turn {
  const { task, plan, messages, departures } = request
  const added = departures.flatMap(({ message }) => message ?? [])
  const bench = {
    tree,
    map: new CodeMap(graph),
    task: [task, ...state.said, ...added, ...messages.map(({ text }) => text)].join('\n'),
    proposed: state.proposed,
    mark: quotationMark(snapshot.id),
  }
  state.said.push(...messages.map(({ text }) => text))
  return {
    state,
    bench,
    request,
    emit,
    objections: () => objections({ snapshot, tree: bench.tree, task: bench.task, plan }),
  }
}

/** A conversation that is too long for the model is shortened once; then the failure stands. */
async function askModel(
  context: GeneratorContext,
  request: GenerateRequest,
  state: AgentState
): Promise<Answer> {
  state.messages = compacted(state.messages)
  const answer = await askOnce(context, request, state)
  if (answer.type !== 'failed' || answer.code !== 'context_overflow') return answer
  const shorter = compacted(state.messages, Math.floor(sizeOf(state.messages) / 2))
  if (sizeOf(shorter) >= sizeOf(state.messages)) return answer
  context.emit({
    type: 'progress',
    message: 'The conversation is too long for the model; old results are left out.',
  })
  state.messages = shorter
  return askOnce(context, request, state)
}

async function askOnce(
  { provider, emit, signal }: GeneratorContext,
  request: GenerateRequest,
  state: AgentState
): Promise<Answer | GivenAnswer> {
  const { model, messages, mended, departed = 0 } = state
  const purpose = request.feedback || mended > 0 ? 'repair' : 'edit'
  const call = { provider, model, purpose, instructions, messages, tools, emit, signal } as const
  const way = depart(call, request, departed)
  if ('type' in way) return way
  state.messages = way.call.messages
  state.model = way.call.model
  state.departed = way.passed
  return ask(way.call, request.recorded, way.passed > departed)
}
