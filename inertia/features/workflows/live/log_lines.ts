import type { EventPayloads, LogStream } from '../server_types.js'

export interface LogLine {
  /** Within its step, from 1. */
  number: number
  stream: LogStream
  text: string
  /** The colour codes still in force where the line begins; empty for most lines. */
  lead: string
  /** ISO 8601; when the piece of log it came in was written. */
  at: string
}

const SGR = /\x1b\[([\d;]*)m/g
const MAX_LEAD = 64

/** A colour switched on in one line stays on in the next, until it is switched off. */
function leadAfter(lead: string, text: string): string {
  if (!text.includes('\x1b[')) return lead
  let open = lead
  for (const [code, parameters] of text.matchAll(SGR)) {
    const off = parameters === '' || /^0+$/.test(parameters!)
    open = off ? '' : open + code
  }
  return open.length > MAX_LEAD ? open.slice(open.indexOf('\x1b', open.length - MAX_LEAD)) : open
}

/** The lines of one `log` event. `leads` remembers, per stream, what colour the next line begins with. */
export function linesOf(
  payload: EventPayloads['log'],
  at: string,
  leads: Partial<Record<LogStream, string>>
): LogLine[] {
  const texts = payload.text.split('\n')
  if (texts.at(-1) === '') texts.pop()
  return texts.map((text, index) => {
    const lead = leads[payload.stream] ?? ''
    leads[payload.stream] = leadAfter(lead, text)
    return { number: payload.line + index, stream: payload.stream, text, lead, at }
  })
}
