import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { parseLocation } from './location.js'

type Result = { name: string; outcome: 'PASS' | 'FAIL' | 'SKIP'; index: number }

/**
 * `go test`: with `-v` or `-json` every test is named and leaves are counted; without, only packages and
 * failing tests are, and the report says so by its unit.
 */
export function parseGo(lines: string[]): TestReport | null {
  const text = lines.flatMap(fromJson)
  const packages = text.filter((line) => /^(ok|FAIL) *\t/.test(line))
  if (packages.length === 0) return null
  const results = leaves(text.flatMap(readResult))
  const failures = results
    .filter((result) => result.outcome === 'FAIL')
    .map((result) => describe(text, result))
  const broken = packages.flatMap(readBuildFailure)
  const verbose = text.some((line) => /^=== RUN /.test(line))
  return verbose ? byTest(results, [...failures, ...broken]) : byPackage(packages, [...failures, ...broken])
}

function byTest(results: Result[], failures: TestFailure[]): TestReport {
  const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length
  return makeReport({ passed: count('PASS'), failed: failures.length, skipped: count('SKIP') }, failures)
}

function byPackage(packages: string[], failures: TestFailure[]): TestReport {
  const passed = packages.filter((line) => /^ok /.test(line) && !line.includes('[no tests to run]')).length
  const red = packages.filter((line) => /^FAIL/.test(line)).length
  return makeReport({ passed, failed: red, skipped: 0, unit: 'packages' }, failures)
}

function readResult(line: string, index: number): Result[] {
  const match = /^ *--- (PASS|FAIL|SKIP): (.+) \(\d[\d.]*s\)$/.exec(line)
  return match ? [{ outcome: match[1] as Result['outcome'], name: match[2], index }] : []
}

/** A test with subtests only repeats what they said. */
function leaves(results: Result[]): Result[] {
  const parents = new Set(results.flatMap(({ name }) => (name.includes('/') ? ancestors(name) : [])))
  return results.filter(({ name }) => !parents.has(name))
}

function ancestors(name: string): string[] {
  const parts = name.split('/').slice(0, 20)
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Without `-v` the messages follow the result line, with `-v` they precede it or, of subtests, follow their start. */
function describe(lines: string[], { name, index }: Result): TestFailure {
  const after = lines.slice(index + 1, index + 10)
  const before = lines.slice(Math.max(0, index - 10), index).reverse()
  const own = lines.findLastIndex((line) => /^=== (RUN|NAME|CONT) /.test(line) && line.endsWith(` ${name}`))
  const during = own < 0 ? [] : lines.slice(own + 1, own + 10)
  for (const line of [after, before, during].flatMap(untilNextTest)) {
    const match = /^ {4,}(\S+\.go:\d+): (.*)$/.exec(line)
    if (match) return { name, message: match[2], ...parseLocation(match[1]) }
  }
  return { name, message: '' }
}

function untilNextTest(lines: string[]): string[] {
  const end = lines.findIndex((line) => /^ *(---|===) /.test(line))
  return end < 0 ? lines : lines.slice(0, end)
}

function readBuildFailure(line: string): TestFailure[] {
  const match = /^FAIL\t(\S+) \[(build failed|setup failed)\]$/.exec(line)
  return match ? [{ name: match[1], message: match[2] }] : []
}

function fromJson(line: string): string[] {
  if (!line.startsWith('{"')) return [line]
  try {
    const event: { Action?: string; Output?: string } = JSON.parse(line)
    return event.Action === 'output' ? [String(event.Output ?? '').trimEnd()] : []
  } catch {
    return [line]
  }
}
