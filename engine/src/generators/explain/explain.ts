import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type ExplainedCode, type ExplainRequest, explainedSentence } from '../../../contract/explanation.ts'
import type { Usage } from '../../../contract/money.ts'
import type { ModelProvider } from '../../providers/provider.ts'
import { pickModel } from '../../router/pick.ts'
import { converse, type Reading } from '../change/conversation.ts'
import { isShown, jsonIn, quotedEvidence, type Sentence } from './citations.ts'

const instructions = readFileSync(join(import.meta.dirname, 'explain.prompt.md'), 'utf8')
const answered = z.object({ sentences: z.array(explainedSentence).min(1).max(12) })
const languages = { en: 'English', fr: 'French' }
const maxOutputTokens = 4_000

/**
 * Asks a model to explain code. A sentence that cites what was not sent is dropped; an answer of which nothing
 * is left is given back once. Throws only when the signal aborts.
 */
export async function explainCode(
  provider: ModelProvider,
  request: ExplainRequest,
  signal: AbortSignal
): Promise<ExplainedCode> {
  const { model } = pickModel(provider, { kind: 'explain', difficulty: 'easy', outputTokens: 600 })
  const spent: Usage[] = []
  const outcome = await converse<Sentence[]>(
    {
      provider,
      model,
      purpose: 'explain',
      instructions,
      messages: [{ role: 'user', content: messageOf(request) }],
      json: answered,
      maxOutputTokens,
      cacheable: true,
      emit: (event) => event.type === 'usage' && spent.push(event.usage),
      signal,
    },
    (text) => readSentences(text, request)
  )
  if (outcome.type === 'result') return { model, sentences: outcome.value, failure: null, usage: spent }
  const failure = outcome.type === 'refused' ? outcome.refusal.message : outcome.message
  return { model, sentences: [], failure, usage: spent }
}

function messageOf({ excerpts, facts, subject, language }: ExplainRequest): string {
  return [...quotedEvidence(excerpts, facts), `Explain: ${subject}\nLanguage: ${languages[language]}`].join(
    '\n\n'
  )
}

function readSentences(text: string, { excerpts }: ExplainRequest): Reading<Sentence[]> {
  const parsed = answered.safeParse(jsonIn(text))
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the answer'}: ${message}.`
    )
    return { kind: 'complaints', complaints }
  }
  const { sentences } = parsed.data
  const checked = sentences.filter(({ cites }) => cites.every((cite) => isShown(excerpts, cite)))
  if (checked.length > 0) return { kind: 'result', value: checked }
  const strangers = sentences.flatMap(({ cites }) => cites.filter((cite) => !isShown(excerpts, cite)))
  return {
    kind: 'complaints',
    complaints: strangers.map(({ path, line }) => `${path}:${line} is not among the excerpts.`),
  }
}
