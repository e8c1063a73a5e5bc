import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CodeLine } from './executable_lines.js'
import { type RawLimits, rawLimits, readRegularFile } from './raw_reports.js'
import type { LineHits } from './script_lines.js'
import { executedSegments, isExecuted, type Range } from './segments.js'

type Position = { line: number; column: number | null }
type Span = { start: Position; end: Position }

/** What a runner's own reporter says of one source, in Istanbul's format: where things lie, how often each ran. */
export type SourceReport = {
  /** Absolute, as the run saw it. */
  path: string
  statements: (Span & { count: number })[]
  /** From the name to the end of the body. */
  functions: (Span & { count: number })[]
}

/**
 * The reports in the subfolders `runner-…`, source by source. They were written by untrusted code: links, pipes,
 * broken and oversized files are passed over.
 */
export async function* readRunnerReports(
  folder: string,
  limits: RawLimits = rawLimits
): AsyncGenerator<SourceReport> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name.startsWith('runner-'))
  let left = limits.totalBytes
  for (const { name } of folders.slice(0, limits.files)) {
    const text = await readRegularFile(
      join(folder, name, 'coverage-final.json'),
      Math.min(limits.fileBytes, left)
    )
    left -= text?.length ?? 0
    yield* text === null ? [] : parse(text)
  }
}

function parse(text: string): SourceReport[] {
  try {
    return Object.values(JSON.parse(text) as Record<string, unknown>).flatMap(sourceReport)
  } catch {
    return []
  }
}

type Istanbul = {
  path: string
  statementMap: Record<string, Span>
  s: Record<string, number>
  fnMap: Record<string, { decl: Span; loc: Span }>
  f: Record<string, number>
}

function sourceReport(value: unknown): SourceReport[] {
  const entry = value as Partial<Istanbul> | null
  if (typeof entry?.path !== 'string' || !entry.statementMap || !entry.s) return []
  const { path, statementMap, s, fnMap = {}, f = {} } = entry as Istanbul
  const statements = Object.entries(statementMap).map(([id, span]) => ({ ...span, count: s[id] ?? 0 }))
  const functions = Object.entries(fnMap).flatMap(([id, { decl, loc }]) =>
    decl && loc ? [{ start: decl.start, end: loc.end, count: f[id] ?? 0 }] : []
  )
  return [{ path, statements: statements.filter(isSpan), functions: functions.filter(isSpan) }]
}

function isSpan({ start, end, count }: Span & { count: number }): boolean {
  return isPosition(start) && isPosition(end) && Number.isFinite(count)
}

function isPosition(position: Position | undefined): boolean {
  return Number.isSafeInteger(position?.line) && position!.line > 0
}

/** A line counts as covered when the innermost statement or function at its first code has run. */
export function reportedHits(report: SourceReport, source: string, lines: CodeLine[]): LineHits {
  const places = new Places(source)
  const begun = new Set(report.statements.map(({ start }) => start.line))
  const ranges: Range[] = [
    { startOffset: 0, endOffset: source.length, count: 1 },
    ...report.statements.map((span) => places.range(span)),
    // What stands before a declared function's name on its line is the function's; of an expression it is not.
    ...report.functions.map((span) =>
      places.range(begun.has(span.start.line) ? span : { ...span, start: { ...span.start, column: 0 } })
    ),
  ]
  const executed = executedSegments(ranges.filter((range) => range.startOffset < range.endOffset))
  const covered = lines.filter(({ start }) => isExecuted(executed, start, start + 1))
  return { executable: lines.map(({ line }) => line), covered: covered.map(({ line }) => line) }
}

/** Offsets of lines and columns; reports leave out the column where a span ends with its line. */
class Places {
  readonly #starts: number[]
  readonly #length: number

  constructor(source: string) {
    this.#length = source.length
    this.#starts = [0]
    for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1))
      this.#starts.push(at + 1)
  }

  range({ start, end, count }: Span & { count: number }): Range {
    const startOffset = this.#start(start.line) + (Number(start.column) || 0)
    const endOffset =
      typeof end.column === 'number' && Number.isFinite(end.column)
        ? this.#start(end.line) + end.column
        : this.#start(end.line + 1)
    return { startOffset, endOffset, count }
  }

  #start(line: number): number {
    return this.#starts[line - 1] ?? this.#length
  }
}
