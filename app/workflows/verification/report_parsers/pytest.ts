import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { countWords, lastIndex } from './lines.js'

const summary = /^=* ?(\d[\w ,]*|no tests ran) in \d[\d.]*s(?: \([\d:, a-z]+\))? ?=*$/
const outcome = /\d+ (passed|failed|skipped|error|xfailed|xpassed|deselected|warning|subtest)/

/** pytest: the closing line, with `=` or plain under `-q`. */
export function parsePytest(lines: string[]): TestReport | null {
  const end = lastIndex(lines, summary)
  const text = end < 0 ? '' : (summary.exec(lines[end])?.[1] ?? '')
  if (!outcome.test(text) && text !== 'no tests ran') return null
  const count = countWords(text)
  return makeReport(
    {
      passed: (count.passed ?? 0) + (count.xpassed ?? 0),
      failed: (count.failed ?? 0) + (count.error ?? 0),
      skipped: (count.skipped ?? 0) + (count.xfailed ?? 0),
    },
    readFailures(lines.slice(0, end))
  )
}

function readFailures(lines: string[]): TestFailure[] {
  const start = lastIndex(lines, /^=+ short test summary info =+$/)
  if (start < 0) return []
  return lines.slice(start + 1).flatMap((line) => {
    const match = /^(?:FAILED|ERROR) ([^\s:]+)(?:::(.*?))?(?: - (.*))?$/.exec(line)
    if (!match) return []
    const [, file, test, message = ''] = match
    const section = sectionOf(lines, test?.replaceAll('::', '.') ?? file)
    const error = section.find((text) => /^E {3}\S/.test(text))?.slice(4) ?? ''
    const name = test ? test.replaceAll('::', ' > ') : file
    return [{ name, message: message || error, file, ...failingLine(section, file) }]
  })
}

function sectionOf(lines: string[], title: string): string[] {
  const start = lines.findIndex((line) => /^_{3,} /.test(line) && line.includes(` ${title} _`))
  if (start < 0) return []
  const end = lines.findIndex((line, index) => index > start && /^(_{3,} |={3,})/.test(line))
  return lines.slice(start, end < 0 ? undefined : end)
}

/** The `file.py:12: Error` line inside the failure's own section. */
function failingLine(section: string[], file: string): { line?: number } {
  const place = section.find((line) => line.startsWith(`${file}:`))
  const number = place && /^:(\d{1,7}):/.exec(place.slice(file.length))?.[1]
  return number ? { line: Number(number) } : {}
}
