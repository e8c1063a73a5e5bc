import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type ExplainedCode, type ExplainRequest, explainedSentence } from '../../../contract/explanation.ts'
import type { Usage } from '../../../contract/money.ts'
import type { ModelProvider } from '../../providers/provider.ts'
import { pickModel } from '../../router/pick.ts'
import { converse, type Reading } from '../change/conversation.ts'
import { quotationMark, quoted } from '../change/repository_context.ts'

const instructions = readFileSync(join(import.meta.dirname, 'explain.prompt.md'), 'utf8')
const answered = z.object({ sentences: z.array(explainedSentence).min(1).max(12) })
const languages = { en: 'English', fr: 'French' }
const maxOutputTokens = 4_000

type Sentences = ExplainedCode['sentences']

/** Asks a model to explain code. A sentence that cites what was not sent is given back. Throws only when the signal aborts. */
export async function explainCode(
  provider: ModelProvider,
  request: ExplainRequest,
  signal: AbortSignal
): Promise<ExplainedCode> {
  const { model } = pickModel(provider, { kind: 'explain', difficulty: 'easy', outputTokens: 600 })
  const spent: Usage[] = []
  const outcome = await converse<Sentences>(
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
  const all = JSON.stringify(excerpts)
  const mark = quotationMark(createHash('sha256').update(all).digest('hex'))
  const code = excerpts.map(({ path, from, text }) => quoted(mark, `file ${path}`, numbered(text, from)))
  const known = quoted(mark, 'facts', facts.join('\n'))
  return [...code, known, `Explain: ${subject}\nLanguage: ${languages[language]}`].join('\n\n')
}

const numbered = (text: string, from: number) =>
  text
    .split('\n')
    .map((line, index) => `${from + index}: ${line}`)
    .join('\n')

function readSentences(text: string, { excerpts }: ExplainRequest): Reading<Sentences> {
  const parsed = answered.safeParse(jsonIn(text))
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the answer'}: ${message}.`
    )
    return { kind: 'complaints', complaints }
  }
  const strangers = parsed.data.sentences.flatMap(({ cites }) =>
    cites.filter((cite) => !excerpts.some((excerpt) => holds(excerpt, cite)))
  )
  return strangers.length === 0
    ? { kind: 'result', value: parsed.data.sentences }
    : {
        kind: 'complaints',
        complaints: strangers.map(({ path, line }) => `${path}:${line} is not among the excerpts.`),
      }
}

type Excerpt = ExplainRequest['excerpts'][number]

const holds = ({ path, from, text }: Excerpt, cite: { path: string; line: number }) =>
  cite.path === path && cite.line >= from && cite.line < from + text.split('\n').length

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  } catch {
    return undefined
  }
}
