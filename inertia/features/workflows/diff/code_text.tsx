import { cn } from '~/lib/cn'
import { visibleText } from '../visible_text'
import type { Range } from './changed_range'
import type { Token } from './highlight'
import type { DiffLine } from './parse_patch'

/** Classes by the highlighter's names. */
export const SCOPE: Record<string, string> = {
  keyword: 'text-run',
  built_in: 'text-run',
  literal: 'text-warn',
  number: 'text-warn',
  string: 'text-ok',
  regexp: 'text-ok',
  subst: 'text-text',
  comment: 'text-muted italic',
  meta: 'text-muted',
  title: 'text-info',
  attr: 'text-accent',
  attribute: 'text-accent',
  property: 'text-accent',
  name: 'text-run',
  tag: 'text-muted',
  type: 'text-info',
  variable: 'text-text',
  section: 'text-info font-semibold',
  bullet: 'text-warn',
  link: 'text-accent',
  'selector-class': 'text-info',
  'selector-id': 'text-info',
  'selector-tag': 'text-run',
}

const CHANGED = { add: 'bg-ok/25', delete: 'bg-bad/25', same: '' }

interface CodeTextProps {
  line: DiffLine
  tokens: Token[] | undefined
  /** The part that differs from the line it replaces. */
  range: Range | undefined
}

export function CodeText({ line, tokens, range }: CodeTextProps) {
  const whole = tokens && tokens.length > 0 ? tokens : [{ text: line.text, scope: null }]
  return cut(whole, range).map(({ text, scope, changed }, index) => (
    <span
      key={index}
      className={cn(scope && SCOPE[scope], changed && ['rounded-[2px]', CHANGED[line.change]])}
    >
      {visibleText(text.replace(/\r$/, '␍'))}
    </span>
  ))
}

function cut(tokens: readonly Token[], range: Range | undefined): (Token & { changed: boolean })[] {
  if (!range || range[0] === range[1]) return tokens.map((token) => ({ ...token, changed: false }))
  let at = 0
  return tokens.flatMap((token) => {
    const [from, to] = [Math.max(range[0] - at, 0), Math.max(range[1] - at, 0)]
    at += token.text.length
    return [
      { ...token, text: token.text.slice(0, from), changed: false },
      { ...token, text: token.text.slice(from, to), changed: true },
      { ...token, text: token.text.slice(Math.max(from, to)), changed: false },
    ].filter((piece) => piece.text !== '')
  })
}
