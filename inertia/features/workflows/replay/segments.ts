/** A piece of a question: somebody's words, or what is quoted from the repository or from a run. */
export interface Segment {
  kind: 'words' | 'quote'
  text: string
  /** Of a quotation: what it is of. */
  title: string
}

/** Quotations stand between two lines with the same mark; see the engine's `quoted`. */
const OPENING = /^\[([0-9a-f]{16}|attempt-\d+-output|planted-mistakes) (?!end\])(.+)\]$/m

/** Takes a question apart; the texts of all pieces together are the question again. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = []
  let rest = text
  for (let opening = OPENING.exec(rest); opening; opening = OPENING.exec(rest)) {
    const closing = `[${opening[1]} end]`
    const end = rest.indexOf(`\n${closing}`, opening.index)
    if (end === -1) break
    const after = end + 1 + closing.length
    segments.push(...words(rest.slice(0, opening.index)))
    segments.push({ kind: 'quote', title: opening[2]!, text: rest.slice(opening.index, after) })
    rest = rest.slice(after)
  }
  return rest === '' && segments.length > 0 ? segments : [...segments, ...words(rest)]
}

/** Line ends around them are pieces of their own: they hold the question together, and nobody needs to see them. */
function words(text: string): Segment[] {
  const core = text.trim()
  const at = text.indexOf(core)
  const pieces = core === '' ? [text] : [text.slice(0, at), core, text.slice(at + core.length)]
  return pieces
    .filter((piece) => piece !== '' || text === '')
    .map((piece) => ({ kind: 'words', text: piece, title: '' }))
}

/** Lines between the two marks. */
export const linesOf = ({ text }: Segment) => Math.max(0, text.split('\n').length - 2)
