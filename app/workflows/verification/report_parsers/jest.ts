import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { countWords, lastIndex, nextText } from './lines.js'
import { firstLocation } from './location.js'

/** Jest: the `Tests:` row counts only between its `Test Suites:` and `Snapshots:` rows. */
export function parseJest(lines: string[]): TestReport | null {
  for (let at = lines.length; at > 0; ) {
    at = lastIndex(lines, /^Tests: {7}.*\d+ total$/, at - 1)
    if (at < 1) return lines.some((line) => /^No tests found, exiting/.test(line)) ? makeReport(none) : null
    const framed = /^Test Suites: /.test(lines[at - 1]) && /^Snapshots: /.test(lines[at + 1] ?? '')
    if (framed) return toReport(lines.slice(0, at - 1), lines[at])
  }
  return null
}

const none = { passed: 0, failed: 0, skipped: 0 }

function toReport(lines: string[], row: string): TestReport | null {
  const { passed = 0, failed = 0, skipped = 0, todo = 0, total } = countWords(row)
  if (passed + failed + skipped + todo !== total) return null
  const failures = readFailures(lines)
  const brokenFiles = new Set(failures.filter(({ name, file }) => name === file).map(({ name }) => name)).size
  return makeReport({ passed, failed: failed + brokenFiles, skipped: skipped + todo }, failures)
}

function readFailures(lines: string[]): TestFailure[] {
  let suite = ''
  return lines.flatMap((line, index) => {
    suite = /^FAIL (?:\S+ )?(\S+\.\w+)(?: \(.*\))?$/.exec(line)?.[1] ?? suite
    const header = /^ {2}● (.+)$/.exec(line)?.[1]
    if (!header || header === 'Console') return []
    const broken = header === 'Test suite failed to run'
    const body = bodyOf(lines, index)
    const place = firstLocation(body)
    const file = suite || place?.file
    const own = place && place.file === file ? { line: place.line } : {}
    const name = broken ? suite : header.replaceAll(' › ', ' > ')
    return [{ name, message: nextText(lines, index), ...(file && { file }), ...own }]
  })
}

function bodyOf(lines: string[], index: number): string[] {
  const end = lines.findIndex(
    (line, at) => at > index && (/^ {2}● /.test(line) || /^(PASS|FAIL) /.test(line))
  )
  return lines.slice(index + 1, end < 0 ? index + 80 : Math.min(end, index + 80))
}
