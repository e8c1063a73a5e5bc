import { makeReport, type TestReport } from '../report.js'
import { lastIndex } from './lines.js'

const passed = /(?:^|[\s(])(\d{1,9}) (?:tests? )?pass(?:ed|es|ing)?\b/i
const failed = /(?:^|[\s(])(\d{1,9}) (?:tests? )?fail(?:ed|s|ing|ures?)?\b/i
const skipped = /(?:^|[\s(])(\d{1,9}) (?:tests? )?(?:skipped|pending|todo)\b/i

/** Any runner that ends with `N passed, N failed` on one line; both numbers must be said. */
export function parseGeneric(lines: string[]): TestReport | null {
  for (let at = lines.length; at > 0; ) {
    at = lastIndex(lines, passed, at - 1)
    if (at < 0) return null
    const line = lines[at]
    if (line.length > 300 || !failed.test(line)) continue
    const number = (pattern: RegExp) => Number(pattern.exec(line)?.[1] ?? 0)
    return makeReport({ passed: number(passed), failed: number(failed), skipped: number(skipped) })
  }
  return null
}
