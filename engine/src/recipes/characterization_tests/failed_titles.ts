import type { ExecutionResult } from '../../../contract/execution.ts'
import type { JsRunner } from '../project/runners.ts'

/**
 * Titles of the tests that failed, as the runner reports them; an empty set when all passed and
 * null when the report does not tell which failed.
 */
export function failedTitles(runner: JsRunner, result: ExecutionResult): Set<string> | null {
  if (result.exitCode === 0 && !result.stoppedBy) return new Set()
  const titles = readers[runner](result.stdout)
  return titles.length > 0 ? new Set(titles) : null
}

const readers: Record<JsRunner, (output: string) => string[]> = {
  'node:test': tap,
  ava: (output) => tap(output).map((title) => title.split(' › ').at(-1)!),
  vitest: jestJson,
  jest: jestJson,
  mocha: mochaJson,
  japa: japaLines,
}

function tap(output: string): string[] {
  return [...output.matchAll(/^\s*not ok \d+(?: - )?(.*)$/gm)].map(([, title]) =>
    title!.replace(/ # (?:time|duration).*$/, '').replace(/\\([#\\])/g, '$1')
  )
}

function json(output: string): unknown {
  const start = output.indexOf('{')
  try {
    return JSON.parse(output.slice(start, output.lastIndexOf('}') + 1))
  } catch {
    return null
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function jestJson(output: string): string[] {
  return list(field(json(output), 'testResults'))
    .flatMap((file) => list(field(file, 'assertionResults')))
    .filter((item) => field(item, 'status') === 'failed')
    .map((item) => String(field(item, 'title')))
}

function mochaJson(output: string): string[] {
  return list(field(json(output), 'failures')).map((item) => String(field(item, 'title')))
}

function japaLines(output: string): string[] {
  return output.split('\n').flatMap((line) => {
    const event = line.startsWith('{') ? json(line) : null
    const title = field(event, 'title')
    const text = typeof title === 'object' ? field(title, 'expanded') : title
    return field(event, 'event') === 'test:end' && field(event, 'hasError') === true ? [String(text)] : []
  })
}
