import type { ModelMessage } from 'ai'
import type { FileEdit } from '../../../contract/file_edit.ts'
import type { ProposedTests } from '../../../contract/generation.ts'
import type { Setback } from '../../../contract/routing.ts'

/** Everything a conversation needs to go on; the engine itself keeps nothing. */
export interface AgentState {
  version: 1
  model: string
  messages: ModelMessage[]
  /** Against the pinned commit. */
  edits: FileEdit[]
  proposed: ProposedTests[]
  /** What the person has said since; it counts like the task where words ask for something. */
  said: string[]
  /** Answers of the model so far. */
  steps: number
  startedAt: number
  fruitless: number
  testRuns: number
  /** Runs that failed. */
  redRuns: number
  /** Digest of the code that the tests last ran on, and whether they passed. */
  tested: { digest: string; green: boolean } | null
  /** The calls that wait for what is being executed. */
  waiting: { callId: string; requestId: string; digest: string } | null
  /** How often each call was made on the same code. */
  repeats: Record<string, number>
  /** How often the model was asked to mend an answer that could not be used. */
  mended: number
  /** Answers in a row whose edits or calls could not be used. */
  malformed: number
  /** What has sent the work up the ladder, attempts before included; oldest first. */
  setbacks: Setback[]
  /** Models that have handed this conversation on. */
  tried: string[]
  /** How many of a replay's departures lie behind. */
  departed?: number
}

type Start = Pick<AgentState, 'model' | 'edits' | 'messages' | 'setbacks'>

export function newState({ model, edits, messages, setbacks }: Start): AgentState {
  return {
    version: 1,
    model,
    messages,
    edits,
    proposed: [],
    said: [],
    steps: 0,
    startedAt: Date.now(),
    fruitless: 0,
    testRuns: 0,
    redRuns: 0,
    tested: null,
    waiting: null,
    repeats: {},
    mended: 0,
    malformed: 0,
    setbacks,
    tried: [],
  }
}

/** @throws SyntaxError or Error when the text is no such state */
export function readState(text: string): AgentState {
  const state = JSON.parse(text) as AgentState
  if (state.version !== 1) throw new Error('the state is of another version')
  // Conversations that were begun before an update go on after it.
  return {
    ...state,
    malformed: state.malformed ?? 0,
    setbacks: state.setbacks ?? [],
    tried: state.tried ?? [],
  }
}
