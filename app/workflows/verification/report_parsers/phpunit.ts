import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { lastIndex, nextText } from './lines.js'
import { parseLocation } from './location.js'

const ok = /^OK \((\d{1,9}) tests?, \d+ assertions?\)$/
const counted = /^Tests: (\d{1,9}), Assertions: \d+/
const headline = /^(FAILURES!|ERRORS!|WARNINGS!|OK, but .*!)$/

/** PHPUnit 9–13: `OK (N tests, …)`, or a headline followed by the `Tests: N, …` line. */
export function parsePhpunit(lines: string[]): TestReport | null {
  const at = lastIndex(lines, /^(OK \(|Tests: \d|No tests executed!$)/)
  if (at < 0) return null
  const passed = ok.exec(lines[at])
  if (passed) return makeReport({ passed: Number(passed[1]), failed: 0, skipped: 0 })
  if (lines[at] === 'No tests executed!') return makeReport({ passed: 0, failed: 0, skipped: 0 })
  if (!counted.test(lines[at]) || !headline.test(lines[at - 1] ?? '')) return null
  const number = (key: string) => Number(new RegExp(`\\b${key}: (\\d{1,9})`).exec(lines[at])?.[1] ?? 0)
  const failed = number('Failures') + number('Errors')
  const skipped = number('Skipped') + number('Incomplete')
  const total = number('Tests')
  return makeReport({ passed: Math.max(0, total - failed - skipped), failed, skipped }, readFailures(lines))
}

function readFailures(lines: string[]): TestFailure[] {
  const start = lines.findIndex((line) => /^There (was|were) \d+ (failure|error)s?:$/.test(line))
  if (start < 0) return readTestdox(lines)
  return lines.slice(start).flatMap((line, offset) => {
    const name = /^\d+\) (.+)$/.exec(line)?.[1]
    if (!name?.includes('::')) return []
    const body = lines.slice(start + offset + 1, start + offset + 40)
    const end = body.findIndex((text) => /^(\d+\) |--$)/.test(text))
    const place = body.slice(0, end < 0 ? undefined : end).flatMap((text) => parseLocation(text) ?? [])
    return [{ name, message: nextText(lines, start + offset), ...place.at(-1) }]
  })
}

/** `--testdox` shows what failed below each class, as sentences. */
function readTestdox(lines: string[]): TestFailure[] {
  return lines.flatMap((line, index) => {
    const name = /^ ✘ (.+)$/.exec(line)?.[1]
    if (!name) return []
    const group = lines[lastIndex(lines, /^\S/, index)] ?? ''
    const details = lines.slice(index + 1, index + 40).map((text) => text.replace(/^ +[│├┐┴┊╵]/u, '').trim())
    const end = lines.slice(index + 1, index + 40).findIndex((text) => !/^ +[│├┐┴┊╵]/u.test(text))
    const body = details.slice(0, end < 0 ? undefined : end).filter(Boolean)
    const place = body.flatMap((text) => parseLocation(text) ?? [])
    return [{ name: `${group.replace(/ \(.+\)$/, '')} > ${name}`, message: body[0] ?? '', ...place.at(-1) }]
  })
}
