import type { FileCoverage } from '@agentops/engine/contract'

/** `pct` has one decimal, 0–100, rounded down so that 100 means all; 100 when there is no line to cover. */
export type LineCount = { covered: number; total: number; pct: number }
export type CoverageSummary = { lines: LineCount; files: (LineCount & { path: string })[] }
export type CoverageChange = { path: string; before: LineCount | null; after: LineCount | null }

export function summarizeCoverage(files: FileCoverage[]): CoverageSummary {
  const counted = files.map((file) => ({
    path: file.path,
    ...count(file.covered.length, file.executable.length),
  }))
  const covered = counted.reduce((sum, file) => sum + file.covered, 0)
  const total = counted.reduce((sum, file) => sum + file.total, 0)
  return { lines: count(covered, total), files: counted }
}

/** The files whose counts differ, by path; null on the side where the file does not exist. */
export function compareCoverage(before: FileCoverage[], after: FileCoverage[]): CoverageChange[] {
  const was = new Map(summarizeCoverage(before).files.map(({ path, ...lines }) => [path, lines]))
  const is = new Map(summarizeCoverage(after).files.map(({ path, ...lines }) => [path, lines]))
  const paths = [...new Set([...was.keys(), ...is.keys()])].sort()
  return paths
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
    .filter(({ before: a, after: b }) => a?.covered !== b?.covered || a?.total !== b?.total)
}

function count(covered: number, total: number): LineCount {
  return { covered, total, pct: total === 0 ? 100 : Math.floor((covered / total) * 1000) / 10 }
}
