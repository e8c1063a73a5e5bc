import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { lastIndex, nextText } from './lines.js'
import { parseLocation } from './location.js'
import { tapFailures } from './tap.js'

const keys = ['tests', 'suites', 'pass', 'fail', 'cancelled', 'skipped', 'todo'] as const
type Summary = Partial<Record<(typeof keys)[number], number>>

/** Node's own runner: the spec reporter's `ℹ` block or TAP's `#` block, whichever ends the output. */
export function parseNodeTest(lines: string[]): TestReport | null {
  for (let end = lines.length - 1; end > 0; end--) {
    const mark = /^([#ℹ]) duration_ms [\d.]+$/.exec(lines[end])?.[1]
    const summary = mark && readBlock(lines, end, mark)
    if (mark && summary) return toReport(lines, end, mark, summary)
  }
  return null
}

function readBlock(lines: string[], end: number, mark: string): Summary | null {
  const summary: Summary = {}
  let at = end - 1
  for (const key of keys.toReversed()) {
    const match = new RegExp(`^${mark} ${key} (\\d{1,9})$`).exec(lines[at] ?? '')
    if (!match && key === 'suites') continue
    if (!match) return null
    summary[key] = Number(match[1])
    at--
  }
  const { tests, pass = 0, fail = 0, cancelled = 0, skipped = 0, todo = 0 } = summary
  return tests === pass + fail + cancelled + skipped + todo ? summary : null
}

function toReport(lines: string[], end: number, mark: string, summary: Summary): TestReport {
  const { pass = 0, fail = 0, cancelled = 0, skipped = 0, todo = 0 } = summary
  const passed = Math.max(0, pass - filesWithoutTests(lines.slice(0, end), mark))
  const failures = mark === '#' ? tapFailures(lines.slice(0, end)) : specFailures(lines.slice(end))
  return makeReport({ passed, failed: fail + cancelled, skipped: skipped + todo }, failures)
}

/** `node --test` counts a file that declares no test as one passing test named like the file. */
function filesWithoutTests(lines: string[], mark: string): number {
  const file = mark === '#' ? /^ok \d+ - \S+\.[cm]?[jt]sx?$/ : /^✔ \S+\.[cm]?[jt]sx? \(\d[\d.]*ms\)$/
  return lines.filter((line) => file.test(line)).length
}

function specFailures(lines: string[]): TestFailure[] {
  const start = lastIndex(lines, /^✖ failing tests:$/)
  if (start < 0) return []
  return lines.slice(start).flatMap((line, offset) => {
    const place = /^test at (.+)$/.exec(line)
    const name = /^✖ (.+?)(?: \(\d[\d.]*ms\))?$/.exec(lines[start + offset + 1] ?? '')?.[1]
    if (!place || !name) return []
    return [{ name, message: nextText(lines, start + offset + 1), ...parseLocation(place[1]) }]
  })
}
