import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type ExplainedCode, type excerpt, explainedSentence } from '../../../contract/explanation.ts'
import { quotationMark, quoted } from '../change/repository_context.ts'

export type Excerpt = z.infer<typeof excerpt>
export type Sentence = ExplainedCode['sentences'][number]

/** Excerpts with their line numbers and facts, between marks that they can not forge. */
export function quotedEvidence(excerpts: readonly Excerpt[], facts: readonly string[]): string[] {
  const mark = quotationMark(createHash('sha256').update(JSON.stringify(excerpts)).digest('hex'))
  const code = excerpts.map(({ path, from, text }) => quoted(mark, `file ${path}`, numbered(text, from)))
  return [...code, quoted(mark, 'facts', facts.join('\n'))]
}

const numbered = (text: string, from: number) =>
  text
    .split('\n')
    .map((line, index) => `${from + index}: ${line}`)
    .join('\n')

type Cite = Sentence['cites'][number]

export const isShown = (excerpts: readonly Excerpt[], { path, line }: Cite) =>
  excerpts.some(
    ({ path: known, from, text }) => known === path && line >= from && line < from + text.split('\n').length
  )

/** One sentence as a model writes it on a line of its own; null for what is none, or rests on lines that were not shown. */
export function citedSentence(text: string, excerpts: readonly Excerpt[]): Sentence | null {
  const parsed = explainedSentence.safeParse(jsonIn(text))
  return parsed.success && parsed.data.cites.every((cite) => isShown(excerpts, cite)) ? parsed.data : null
}

export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  } catch {
    return undefined
  }
}
