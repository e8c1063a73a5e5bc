import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { countWords, lastIndex } from './lines.js'
import { firstLocation } from './location.js'

/**
 * Vitest 1–5: the `Tests` row counts only between its `Test Files` and `Start at` rows. Errors go to stderr, the
 * summary to stdout: either may come first.
 */
export function parseVitest(lines: string[]): TestReport | null {
  for (let at = lines.length; at > 0; ) {
    at = lastIndex(lines, /^\s*Tests {2}(\d|no tests)/, at - 1)
    if (at < 1) return lines.some((line) => /^No test files found/.test(line)) ? makeReport(none) : null
    const framed = /^\s*Test Files {2}/.test(lines[at - 1])
    if (framed && lines.slice(at + 1, at + 4).some((line) => /^\s*Start at {2}/.test(line))) {
      return toReport(lines, lines[at])
    }
  }
  return null
}

const none = { passed: 0, failed: 0, skipped: 0 }

function toReport(lines: string[], row: string): TestReport {
  const count = countWords(row)
  const failures = readFailures(lines)
  const brokenFiles = failures.filter((failure) => failure.name === failure.file).length
  return makeReport(
    {
      passed: count.passed ?? 0,
      failed: (count.failed ?? 0) + brokenFiles,
      skipped: (count.skipped ?? 0) + (count.todo ?? 0),
    },
    failures
  )
}

/** Several ` FAIL ` headers may share one error printed below the last of them. */
function readFailures(lines: string[]): TestFailure[] {
  return lines.flatMap((line, index) => {
    const header = /^\s*FAIL {2}(?:\|[^|]+\| )?(.+)$/.exec(line)?.[1]
    if (!header) return []
    const after = lines.slice(index + 1, index + 80)
    const end = after.findIndex((next) => /^⎯+\[\d+\/\d+\]⎯*$/.test(next))
    const body = after.slice(0, end < 0 ? 40 : end).filter((next) => !/^\s*FAIL {2}/.test(next))
    const broken = /^(\S.*?) \[ .+ \]$/.exec(header)
    const [file, ...names] = broken ? [broken[1]] : header.split(' > ')
    const message = body.find((next) => next.trim())?.trim() ?? ''
    const line_ = firstLocation(body)?.line
    return [{ name: broken ? file : names.join(' > '), message, file, ...(line_ && { line: line_ }) }]
  })
}
