import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { countWords, lastIndex } from './lines.js'
import { firstLocation } from './location.js'

/**
 * Japa: the `Tests` row must stand under its verdict badge and above `Time`. Errors go to stderr, the summary to
 * stdout: either may come first.
 */
export function parseJapa(lines: string[]): TestReport | null {
  for (let at = lines.length; at > 0; ) {
    at = lastIndex(lines, /^Tests {2}\d.*\(\d+\)$/, at - 1)
    if (at < 2) return noTests(lines)
    const framed = /^ *(PASSED|FAILED)$/.test(lines[at - 2]) && /^ *Time {2}/.test(lines[at + 1] ?? '')
    if (framed) return toReport(lines, lines[at])
  }
  return null
}

function noTests(lines: string[]): TestReport | null {
  const said = lines.some((line) => /^ *NO TESTS EXECUTED$/.test(line))
  return said ? makeReport({ passed: 0, failed: 0, skipped: 0 }) : null
}

function toReport(lines: string[], row: string): TestReport | null {
  const { passed = 0, failed = 0, skipped = 0, todo = 0, regression = 0 } = countWords(row)
  const total = Number(/\((\d+)\)$/.exec(row)?.[1])
  if (passed + failed + skipped + todo + regression !== total) return null
  const errors = lastIndex(lines, /^ *ERRORS$/)
  const failures = errors < 0 ? [] : readFailures(lines.slice(errors + 1))
  return makeReport({ passed: passed + regression, failed, skipped: skipped + todo }, failures)
}

function readFailures(lines: string[]): TestFailure[] {
  const starts = lines.flatMap((line, index) => (/^❯ \S/.test(line) ? [index] : []))
  return starts.map((start, order) => {
    const body = lines.slice(start + 1, starts[order + 1] ?? start + 80)
    const message = body.find((line) => line.startsWith('ℹ '))?.slice(2) ?? ''
    return { name: lines[start].slice(2).replaceAll(' / ', ' > '), message, ...firstLocation(body) }
  })
}
