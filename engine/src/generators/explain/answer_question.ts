import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AskRequest } from '../../../contract/asking.ts'
import type { TerminalEvent } from '../../../contract/stream.ts'
import { type Emit, failed, type LiveEvent } from '../../emit.ts'
import { callModel } from '../../providers/call_model.ts'
import type { ModelProvider } from '../../providers/provider.ts'
import { pickModel } from '../../router/pick.ts'
import { citedSentence, quotedEvidence } from './citations.ts'

const instructions = readFileSync(join(import.meta.dirname, 'ask.prompt.md'), 'utf8')
const maxOutputTokens = 4_000
const mostSentences = 16

/**
 * Asks a model a question about code. Each sentence is emitted as soon as it is whole, if the lines that it names
 * were sent; others are dropped and counted. Throws only when the signal aborts.
 */
export async function answerQuestion(
  provider: ModelProvider,
  { question, excerpts, facts }: AskRequest,
  emit: Emit,
  signal: AbortSignal
): Promise<TerminalEvent> {
  const { model } = pickModel(provider, { kind: 'explain', difficulty: 'middle', outputTokens: 800 })
  const sentences = new Sentences(excerpts, emit)
  const content = [...quotedEvidence(excerpts, facts), `Question: ${question}`].join('\n\n')
  const answer = await callModel({
    provider,
    model,
    purpose: 'explain',
    instructions,
    messages: [{ role: 'user', content }],
    maxOutputTokens,
    cacheable: true,
    emit: (event) => sentences.hear(event),
    signal,
  })
  if (answer.type !== 'answer') return answer
  sentences.end(answer.text)
  if (sentences.told > 0) return { type: 'answered', model: answer.model, dropped: sentences.dropped }
  return failed(
    'malformed_edits',
    `${answer.model} named no line that it was shown, so nothing of its answer can be checked.`
  )
}

/** Takes sentences out of a text as it arrives, one per line and each once. */
class Sentences {
  readonly #seen = new Set<string>()
  readonly #excerpts: AskRequest['excerpts']
  readonly #emit: Emit
  #begun = ''
  told = 0
  dropped = 0

  constructor(excerpts: AskRequest['excerpts'], emit: Emit) {
    this.#excerpts = excerpts
    this.#emit = emit
  }

  /** Text is held back until its lines are checked; a message about another model starts a line anew. */
  hear(event: LiveEvent): void {
    if (event.type === 'usage') this.#emit(event)
    if (event.type === 'progress') this.#begun = ''
    if (event.type !== 'delta') return
    const lines = `${this.#begun}${event.text}`.split('\n')
    this.#begun = lines.pop() ?? ''
    for (const line of lines) this.#take(line)
  }

  /** What the whole answer has beyond what was heard. */
  end(text: string): void {
    for (const line of text.split('\n')) this.#take(line)
  }

  #take(line: string): void {
    const trimmed = line.trim()
    if (!trimmed.includes('{') || this.#seen.has(trimmed) || this.told >= mostSentences) return
    this.#seen.add(trimmed)
    const sentence = citedSentence(trimmed, this.#excerpts)
    if (!sentence) {
      this.dropped += 1
      return
    }
    this.told += 1
    this.#emit({ type: 'sentence', ...sentence })
  }
}
