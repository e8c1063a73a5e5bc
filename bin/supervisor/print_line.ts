import { styleText } from 'node:util'

export type Colour = 'cyan' | 'magenta' | 'yellow' | 'blue'

export function printLine(name: string, colour: Colour, line: string) {
  console.log(`${styleText(colour, name.padEnd(8))} ${line}`)
}

/** What a log line of JSON says, as a person reads it; anything else as it is. */
export function readable(line: string) {
  if (!line.startsWith('{')) return line
  try {
    const { msg, level, err } = JSON.parse(line)
    if (typeof msg !== 'string') return line
    const detail = err?.message ? `: ${err.message}` : ''
    return typeof level === 'number' && level >= 50 ? styleText('red', msg + detail) : msg + detail
  } catch {
    return line
  }
}
