import { makeReport, type TestFailure, type TestReport } from '../report.js'
import { parseLocation } from './location.js'

const point = /^( *)(not )?ok \d+(?: - (.*?))?(?: # (SKIP|TODO)\b.*)?$/i

/** Flat TAP: the plan's number must equal the top-level points, else the run was cut and proves nothing. */
export function parseTap(lines: string[]): TestReport | null {
  const start = lines.findLastIndex((line) => /^TAP version 1[34]$/.test(line))
  const body = lines.slice(start + 1)
  const plan = body.map((line) => /^1\.\.(\d{1,7})(?: # .*)?$/.exec(line)?.[1]).filter(Boolean)
  const points = body.map((line) => point.exec(line)).filter((match) => match?.[1] === '')
  if (start < 0 || plan.length !== 1 || Number(plan[0]) !== points.length) return null
  const skipped = points.filter((match) => match?.[4]).length
  const failed = points.filter((match) => match?.[2] && !match[4]).length
  return makeReport({ passed: points.length - skipped - failed, failed, skipped }, tapFailures(body))
}

/** Failing leaves: a suite that failed only because of its children is named by them. */
export function tapFailures(lines: string[]): TestFailure[] {
  const parents: string[] = []
  return lines.flatMap((line, index) => {
    const subtest = /^( *)# Subtest: (.*)$/.exec(line)
    if (subtest) parents.splice(subtest[1].length / 4, parents.length, subtest[2])
    const match = point.exec(line)
    if (!match?.[2] || match[4]) return []
    const detail = yamlBlock(lines, index + 1)
    if (/failureType: 'subtestsFailed'/.test(detail)) return []
    const name = [...parents.slice(0, match[1].length / 4), match[3] ?? 'unnamed test'].join(' > ')
    return [{ name, message: message(detail), ...parseLocation(field(detail, 'location') ?? '') }]
  })
}

function yamlBlock(lines: string[], start: number): string {
  if (lines[start]?.trim() !== '---') return ''
  const end = lines.findIndex((line, index) => index > start && line.trim() === '...')
  return lines.slice(start + 1, end < 0 ? start + 1 : Math.min(end, start + 200)).join('\n')
}

function field(detail: string, name: string): string | undefined {
  return new RegExp(`^ *${name}: '?(.*?)'?$`, 'm').exec(detail)?.[1]
}

function message(detail: string): string {
  const value = field(detail, 'error') ?? field(detail, 'name') ?? field(detail, 'message') ?? ''
  if (!/^[|>]-?$/.test(value)) return value
  return (
    detail
      .split(/^ *error: .*$/m)[1]
      ?.split('\n')
      .find((line) => line.trim())
      ?.trim() ?? ''
  )
}
