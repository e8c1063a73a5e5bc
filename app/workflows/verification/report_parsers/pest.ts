import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { countWords, lastIndex, nextText } from './lines.js'
import { firstLocation } from './location.js'
import { parsePhpunit } from './phpunit.js'

/** Pest 2–4: `Tests:    1 failed, 2 passed (3 assertions)` above `Duration:`. */
export function parsePest(lines: string[]): TestReport | null {
  const at = lastIndex(lines, /^ {2}Tests: {4}\d.*\(\d+ assertions?\)$/)
  if (at < 0 || !/^ {2}Duration: /.test(lines[at + 1] ?? '')) return parsePhpunit(lines)
  const count = countWords(lines[at].replace(/\(.*\)$/, ''))
  return makeReport(
    {
      passed: (count.passed ?? 0) + (count.risky ?? 0) + (count.deprecated ?? 0) + (count.warning ?? 0),
      failed: count.failed ?? 0,
      skipped: (count.skipped ?? 0) + (count.todo ?? 0) + (count.incomplete ?? 0),
    },
    readFailures(lines.slice(0, at))
  )
}

function readFailures(lines: string[]): TestFailure[] {
  return lines.flatMap((line, index) => {
    const name = /^\s*FAILED {2}(.+?)(?:\s{2,}\S+)?$/.exec(line)?.[1]
    if (!name) return []
    const end = lines.findIndex((text, at) => at > index && /^\s*(FAILED {2}|─{10,})/.test(text))
    const body = lines.slice(index + 1, end < 0 ? index + 60 : end)
    return [{ name, message: nextText(lines, index), ...firstLocation(body) }]
  })
}
