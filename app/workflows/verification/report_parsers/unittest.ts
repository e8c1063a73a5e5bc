import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { lastIndex } from './lines.js'
import { parseLocation } from './location.js'

/** Python's unittest: `Ran N tests`, a blank line, then `OK`, `FAILED (…)` or `NO TESTS RAN`. */
export function parseUnittest(lines: string[]): TestReport | null {
  for (let at = lines.length; at > 0; ) {
    at = lastIndex(lines, /^Ran \d{1,9} tests? in [\d.]+s$/, at - 1)
    if (at < 0) return null
    const verdict = /^(OK|FAILED|NO TESTS RAN)(?: \((.*)\))?$/.exec(lines[at + 2] ?? '')
    if (verdict) return toReport(lines.slice(0, at), Number(lines[at].split(' ')[1]), verdict[2] ?? '')
  }
  return null
}

function toReport(lines: string[], ran: number, detail: string): TestReport {
  const number = (key: string) => Number(new RegExp(`(?:^|, )${key}=(\\d+)`).exec(detail)?.[1] ?? 0)
  const failed = number('failures') + number('errors') + number('unexpected successes')
  const skipped = number('skipped') + number('expected failures')
  return makeReport({ passed: Math.max(0, ran - failed - skipped), failed, skipped }, readFailures(lines))
}

function readFailures(lines: string[]): TestFailure[] {
  return lines.flatMap((line, index) => {
    const match = /^(?:FAIL|ERROR): (\S+)(?: \((.+)\))?/.exec(line)
    if (!match || !/^=+$/.test(lines[index - 1] ?? '')) return []
    const end = lines.findIndex((text, at) => at > index + 1 && /^(={70}|-{70})$/.test(text))
    const body = lines.slice(index + 2, end < 0 ? index + 80 : end).filter((text) => text.trim())
    return [{ name: match[2] ?? match[1], message: body.at(-1)?.trim() ?? '', ...lastPlace(body) }]
  })
}

function lastPlace(body: string[]) {
  const places = body.flatMap((line) => {
    const match = /^ {2}File "(.+)", line (\d+)/.exec(line)
    return (match && parseLocation(`${match[1]}:${match[2]}`)) ?? []
  })
  return places.at(-1)
}
