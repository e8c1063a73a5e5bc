import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { parseLocation } from './location.js'

const result =
  /^test result: (?:ok|FAILED)\. (\d{1,9}) passed; (\d{1,9}) failed; (\d{1,9}) ignored; (\d{1,9}) measured; \d+ filtered out/

/**
 * `cargo test` prints one block per test binary; all are summed. A result counts only when it adds up to
 * the `running N tests` that opened its block, so a line printed by a test cannot replace it.
 */
export function parseCargo(lines: string[]): TestReport | null {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  let expected: number | null = null
  let blocks = 0
  for (const line of lines) {
    expected = expected ?? running(line)
    const match = expected === null ? null : result.exec(line)
    if (!match || expected === null) continue
    const [passed, failed, ignored, measured] = match.slice(1, 5).map(Number)
    if (passed + failed + ignored + measured !== expected) continue
    counts.passed += passed + measured
    counts.failed += failed
    counts.skipped += ignored
    blocks++
    expected = null
  }
  if (blocks === 0 || expected !== null) return null
  return makeReport(counts, readFailures(lines))
}

function running(line: string): number | null {
  const match = /^running (\d{1,9}) tests?$/.exec(line)
  return match ? Number(match[1]) : null
}

function readFailures(lines: string[]): TestFailure[] {
  return lines.flatMap((line, index) => {
    const name = /^---- (.+) stdout ----$/.exec(line)?.[1]
    if (!name) return []
    const body = lines.slice(index + 1, index + 60)
    const panic = body.findIndex((text) => /^thread '.*panicked at /.test(text))
    return [{ name, ...panicked(body.slice(Math.max(0, panic))) }]
  })
}

/** Rust before 1.73 puts the message in quotes before the place, on one line or several; later ones below the place. */
function panicked([head = '', ...rest]: string[]): Omit<TestFailure, 'name'> {
  const opened = / panicked at '(.*)$/.exec(head)?.[1]
  if (opened === undefined) {
    const place = / panicked at (.+?):?$/.exec(head)?.[1] ?? ''
    return { message: rest[0]?.trim() ?? '', ...parseLocation(place) }
  }
  const end = [opened, ...rest.slice(0, 20)].find((text) => /', \S+:\d+:\d+$/.test(text)) ?? ''
  return { message: opened.replace(/', \S+:\d+:\d+$/, ''), ...parseLocation(end.replace(/^.*', /, '')) }
}
