import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { lastIndex } from './lines.js'
import { parseLocation } from './location.js'
import { parseTap } from './tap.js'

const row =
  /^ {2}(\d{1,9}) (?:(known )?(?:test|failure)s?|hooks?|unhandled rejections?|uncaught exceptions?|tests? todo)(?: (passed|failed|skipped|todo|remaining in .*))?$/

/** AVA's default reporter; with a failure it leaves the passed out, so the ticks are counted. Else its TAP. */
export function parseAva(lines: string[]): TestReport | null {
  const rule = lastIndex(lines, /^ {2}─$/)
  const rows = lines.slice(rule + 1).flatMap((line) => row.exec(line) ?? [])
  const counts = summary(lines.slice(rule + 1))
  if (rule < 0 || rows.length === 0 || !counts) return parseTap(lines)
  const ticks = lines.slice(0, rule).filter((line) => /^ {2}✔ /.test(line)).length
  const passed = counts.failed > 0 ? ticks : counts.passed
  return makeReport({ ...counts, passed }, readFailures(lines.slice(0, rule)))
}

function summary(lines: string[]) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const line of lines.filter((text) => text.trim())) {
    const match = row.exec(line)
    if (!match) continue
    const number = Number(match[1])
    if (match[3] === 'passed') counts.passed += number
    else if (match[3] === 'skipped' || match[3] === 'todo' || match[2]) counts.skipped += number
    else counts.failed += number
  }
  return counts.passed + counts.failed + counts.skipped > 0 ? counts : null
}

function readFailures(lines: string[]): TestFailure[] {
  return lines.flatMap((line) => {
    const name = /^ {2}✘ \[fail\]: (.+)$/.exec(line)?.[1]
    if (!name) return []
    const header = lines.findIndex((text, index) => text === `  ${name}` && lines[index + 1] === '')
    const body = header < 0 ? [] : lines.slice(header + 1, header + 40)
    const end = body.indexOf('  ─')
    const texts = body.slice(0, end < 0 ? undefined : end).filter((text) => /^ {2}\S/.test(text))
    const place = parseLocation(texts[0] ?? '')
    const message = texts.find((text) => text !== texts[0] && !text.startsWith('  ›'))?.trim() ?? ''
    return [{ name: name.replaceAll(' › ', ' > '), message, ...place }]
  })
}
