import { styleText } from 'node:util'

export type Colour = 'cyan' | 'magenta' | 'yellow' | 'blue'

export function printLine(name: string, colour: Colour, line: string) {
  console.log(`${styleText(colour, name.padEnd(8))} ${line}`)
}

interface LogRecord {
  msg?: string
  message?: string
  level?: number | string
  err?: { message?: string }
  method?: string
  path?: string
  status?: number
  ms?: number
}

const SERIOUS = 50

/** What a log line of JSON says, as a person reads it; anything else as it is. */
export function readable(line: string) {
  if (!line.startsWith('{')) return line
  try {
    const { level, err, ...record } = JSON.parse(line) as LogRecord
    const words = record.msg ?? record.message
    if (typeof words !== 'string') return line
    const request = record.method
      ? ` ${record.method} ${record.path} ${record.status} in ${record.ms} ms`
      : ''
    const text = `${words}${request}${err?.message ? `: ${err.message}` : ''}`
    const isSerious = level === 'error' || (typeof level === 'number' && level >= SERIOUS)
    return isSerious ? styleText('red', text) : text
  } catch {
    return line
  }
}
