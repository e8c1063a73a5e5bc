import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping'
import type { CodeLine } from './executable_lines.js'
import type { CachedMap, RawScript } from './raw_reports.js'
import { type Executed, executedSegments, isExecuted } from './segments.js'

/** What one script says about one source: lines it can execute and lines it did, in any order, with repeats. */
export type LineHits = { executable: number[]; covered: number[] }

/** The script as V8 saw it must be the file itself, else its offsets mean nothing. */
export function isUntransformed(script: RawScript, source: string): boolean {
  const end = script.functions
    .flatMap((fn) => fn.ranges)
    .reduce((max, range) => Math.max(max, range.endOffset), 0)
  return end === source.length || end === source.length + `\n\n//# sourceURL=${script.url}`.length
}

export function directHits(script: RawScript, lines: CodeLine[]): LineHits {
  const executed = executedOf(script)
  const covered = lines.filter((line) => isExecuted(executed, line.start, line.end))
  return { executable: lines.map(({ line }) => line), covered: covered.map(({ line }) => line) }
}

/** The URLs of the sources a transpiled script was made from. */
export function mappedSources(script: RawScript, map: CachedMap): string[] {
  return [...new Set(new TraceMap(map.data, script.url).resolvedSources)]
}

/**
 * Translates a transpiled script back to its sources, given by URL. A line is executable when some generated
 * code maps to it, and covered when some of that code ran.
 */
export function mappedHits(
  script: RawScript,
  map: CachedMap,
  sources: Map<string, CodeLine[]>
): Map<string, LineHits> {
  const trace = new TraceMap(map.data, script.url)
  const executed = executedOf(script)
  const starts = lineStarts(map.lineLengths)
  const bySource = trace.resolvedSources.map((url) => lookup(sources.get(url)))
  const found = new Map<string, LineHits>()
  for (const [generated, segments] of decodedMappings(trace).entries()) {
    for (const segment of segments) {
      const code = segment.length > 1 ? bySource[segment[1]!]?.get(segment[2]! + 1) : undefined
      if (!code) continue
      const hits = getOrAdd(found, trace.resolvedSources[segment[1]!]!)
      hits.executable.push(code.line)
      const at = starts[generated]! + segment[0]
      if (segment[3]! >= code.column && isExecuted(executed, at, at + 1)) hits.covered.push(code.line)
    }
  }
  return found
}

function lookup(lines: CodeLine[] | undefined) {
  return lines && new Map(lines.map((code) => [code.line, code]))
}

function getOrAdd(found: Map<string, LineHits>, url: string): LineHits {
  const hits = found.get(url) ?? { executable: [], covered: [] }
  found.set(url, hits)
  return hits
}

function executedOf(script: RawScript): Executed {
  return executedSegments(script.functions.flatMap((fn) => fn.ranges))
}

function lineStarts(lengths: number[]): number[] {
  let offset = 0
  return lengths.map((length) => {
    const start = offset
    offset += length + 1
    return start
  })
}
