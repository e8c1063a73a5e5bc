import { cn } from '~/lib/cn'
import type { LogLine } from '../live/log_lines'
import { type Segment, segmentsOf } from './ansi'
import { cutSegments } from './cut_segments'
import type { Match } from './search'

/** The sixteen terminal colours in ours, so that they can be read on either ground. */
const COLOR: Record<string, string> = {
  'ansi-black': 'text-muted',
  'ansi-red': 'text-bad',
  'ansi-green': 'text-ok',
  'ansi-yellow': 'text-warn',
  'ansi-blue': 'text-info',
  'ansi-magenta': 'text-run',
  'ansi-cyan': 'text-accent',
  'ansi-white': 'text-text',
  'ansi-bright-black': 'text-muted',
  'ansi-bright-red': 'text-bad',
  'ansi-bright-green': 'text-ok',
  'ansi-bright-yellow': 'text-warn',
  'ansi-bright-blue': 'text-info',
  'ansi-bright-magenta': 'text-run',
  'ansi-bright-cyan': 'text-accent',
  'ansi-bright-white': 'text-text',
}

const GROUND: Record<string, string> = {
  'ansi-red': 'bg-bad-soft text-bad',
  'ansi-green': 'bg-ok-soft text-ok',
  'ansi-yellow': 'bg-warn-soft text-warn',
  'ansi-blue': 'bg-info-soft text-info',
  'ansi-magenta': 'bg-run-soft text-run',
  'ansi-cyan': 'bg-accent-soft text-accent',
}

interface LogTextProps {
  line: LogLine
  found: readonly { match: Match; index: number }[]
  current: number | null
}

/** One line, as text nodes only: whatever a program prints stays text. */
export function LogText({ line, found, current }: LogTextProps) {
  return cutSegments(segmentsOf(line), found).map((piece, index) => (
    <span key={index} {...lookOf(piece)}>
      {piece.match === null ? piece.text : <Mark current={piece.match === current}>{piece.text}</Mark>}
    </span>
  ))
}

function Mark({ current, children }: { current: boolean; children: string }) {
  return (
    <mark
      aria-current={current || undefined}
      className={cn(
        'rounded-[2px]',
        current ? 'bg-warn text-bg' : 'bg-warn-soft text-text outline outline-warn/60'
      )}
    >
      {children}
    </mark>
  )
}

function lookOf(segment: Segment) {
  const { color, background, bold, dim, italic, underline } = segment
  if (!color && !background && !bold && !dim && !italic && !underline) return undefined
  const className = cn(
    background ? (GROUND[background.replace('bright-', '')] ?? 'bg-raised') : color && COLOR[color],
    bold && 'font-semibold',
    dim && !color && 'text-muted',
    italic && 'italic',
    underline && 'underline'
  )
  // A free colour keeps its hue but is drawn towards the text's, without which half of them could not be read.
  const free =
    color && !COLOR[color] && !background
      ? { color: `color-mix(in oklab, rgb(${color}) 45%, var(--text))` }
      : undefined
  return { className, style: free }
}
