import type { ModelMessage } from 'ai'
import type { Usage } from '../../contract/money.ts'
import type { Failure, Refused } from '../emit.ts'

export interface ToolCall {
  id: string
  name: string
  input: unknown
  /** Why the call can not be carried out, when it does not fit its tool's schema. */
  malformed: string | null
}

export interface GivenAnswer {
  type: 'answer'
  /** Who answered, which is another than was asked when that one's provider failed. */
  model: string
  text: string
  toolCalls: ToolCall[]
  /** What to put behind the conversation when it goes on; holds the provider's own parts, too. */
  messages: ModelMessage[]
}

export type Answer = GivenAnswer | Failure | Refused

/** What came of one call of a model. */
export interface Attempted {
  answer: Answer
  /** Null when the provider had not begun to answer. */
  usage: Usage | null
}
