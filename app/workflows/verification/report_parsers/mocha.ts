import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { lastIndex } from './lines.js'
import { firstLocation } from './location.js'

/** Mocha's spec-like reporters: `N passing`, then `N pending` and `N failing`, then the numbered failures. */
export function parseMocha(lines: string[]): TestReport | null {
  const at = lastIndex(lines, /^ {2}\d{1,9} passing \([^)]+\)$/)
  if (at < 0) return null
  const number = (word: string) => {
    const line = lines.slice(at, at + 3).find((text) => new RegExp(`^ {2}\\d{1,9} ${word}\\b`).test(text))
    return line ? Number.parseInt(line, 10) : 0
  }
  const counts = { passed: number('passing'), failed: number('failing'), skipped: number('pending') }
  return makeReport(counts, readFailures(lines.slice(at + 1)))
}

function readFailures(lines: string[]): TestFailure[] {
  const starts = lines.flatMap((line, index) => (/^ {2}\d+\) /.test(line) ? [index] : []))
  return starts.map((start, order) => {
    const block = lines.slice(start, starts[order + 1] ?? start + 80)
    const title = block.findIndex((line) => line.endsWith(':'))
    const names = block.slice(0, title + 1).map((line) => line.replace(/^ {2}\d+\) /, '').trim())
    const body = block.slice(title + 1)
    const message = body.find((line) => line.trim())?.trim() ?? ''
    return { name: names.join(' > ').replace(/:$/, ''), message, ...firstLocation(body) }
  })
}
