import Anser from 'anser'
import type { LogLine } from '../live/log_lines.js'
import { visibleText } from '../visible_text.js'

export interface Segment {
  text: string
  /** `ansi-red`, `ansi-bright-black`, … or `r, g, b` for what is beyond the sixteen. */
  color: string | null
  background: string | null
  bold: boolean
  dim: boolean
  italic: boolean
  underline: boolean
}

/** Titles, links and the like, which a page has no use for; colours are left to anser. */
const OTHER_SEQUENCES =
  /\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\)?|[PX^_][^\x1b]*(?:\x1b\\)?|[()*+][0-9A-Za-z]|[=>78cDEHMNOZ])/g
const CSI = /\x1b\[[0-?]*[ -/]*[@-~]?/g

/** The only kind that anser understands. */
const COLOUR = /^\x1b\[[\d;]*m$/

const cache = new WeakMap<LogLine, Segment[]>()
const plain = new WeakMap<LogLine, string>()

/** A terminal shows what was written over the line last. */
function overwritten(text: string): string {
  if (!text.includes('\r')) return text
  return text.split('\r').findLast((part) => part !== '') ?? ''
}

/** The line as a person reads it, without colours. */
export function plainText(line: LogLine): string {
  let text = plain.get(line)
  if (text === undefined) {
    text = visibleText(overwritten(line.text).replace(OTHER_SEQUENCES, '').replace(CSI, ''))
    plain.set(line, text)
  }
  return text
}

/** The line cut where its colour changes. Joined, the texts are `plainText`. */
export function segmentsOf(line: LogLine): Segment[] {
  let segments = cache.get(line)
  if (!segments) {
    segments = parse(line)
    cache.set(line, segments)
  }
  return segments
}

function parse(line: LogLine): Segment[] {
  if (!line.lead && !line.text.includes('\x1b')) return [unstyled(plainText(line))]
  const text = overwritten(line.text).replace(OTHER_SEQUENCES, '')
  const source = line.lead + text.replace(CSI, (sequence) => (COLOUR.test(sequence) ? sequence : ''))
  return Anser.ansiToJson(source, { json: true, use_classes: true, remove_empty: true }).map((entry) => {
    const style = entry.decorations
    return {
      text: visibleText(entry.content),
      color: colorOf(entry.fg, entry.fg_truecolor),
      background: colorOf(entry.bg, entry.bg_truecolor),
      bold: style.includes('bold'),
      dim: style.includes('dim'),
      italic: style.includes('italic'),
      underline: style.includes('underline'),
    }
  })
}

const unstyled = (text: string): Segment => ({
  text,
  color: null,
  background: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
})

function colorOf(name: string | null, truecolor: string | null): string | null {
  if (name === 'ansi-truecolor') return truecolor
  const palette = name?.match(/^ansi-palette-(\d+)$/)
  return palette ? paletteColor(Number(palette[1])) : (name ?? null)
}

const CUBE = [0, 95, 135, 175, 215, 255]

/** The 6×6×6 cube and the greys of the 256-colour palette, from 16 on. Source: xterm's 256colres. */
function paletteColor(index: number): string {
  if (index >= 232)
    return Array(3)
      .fill(8 + (index - 232) * 10)
      .join(', ')
  const n = index - 16
  return [Math.floor(n / 36), Math.floor(n / 6) % 6, n % 6].map((level) => CUBE[level]).join(', ')
}
