import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FileCoverage } from '../../contract/execution.ts'

interface Report {
  result: {
    url: string
    functions: { ranges: { startOffset: number; endOffset: number; count: number }[] }[]
  }[]
}

/** Lines that ran, out of V8's ranges; type stripping keeps offsets, so they hold for TypeScript too. */
export function coveredLines(reports: readonly string[], root: string): FileCoverage[] {
  const byPath = new Map<string, { executable: Set<number>; covered: Set<number> }>()
  for (const report of reports) {
    for (const script of (JSON.parse(report) as Report).result) {
      if (!script.url.startsWith(`file://${root}/`) || script.url.includes('/node_modules/')) continue
      const path = fileURLToPath(script.url).slice(root.length + 1)
      const known = byPath.get(path) ?? { executable: new Set(), covered: new Set() }
      byPath.set(path, known)
      mark(readFileSync(`${root}/${path}`, 'utf8'), script.functions, known)
    }
  }
  const sorted = (lines: Set<number>) => [...lines].sort((a, b) => a - b)
  return [...byPath].map(([path, { executable, covered }]) => ({
    path,
    executable: sorted(executable),
    covered: sorted(covered),
  }))
}

function mark(
  text: string,
  functions: Report['result'][number]['functions'],
  known: { executable: Set<number>; covered: Set<number> }
): void {
  const counts = new Array<number>(text.length).fill(0)
  for (const { ranges } of functions) {
    for (const { startOffset, endOffset, count } of ranges)
      counts.fill(count, startOffset, Math.min(endOffset, text.length))
  }
  let offset = 0
  for (const [at, line] of text.split('\n').entries()) {
    const first = line.search(/\S/)
    if (first !== -1) {
      known.executable.add(at + 1)
      if (counts[offset + first]! > 0) known.covered.add(at + 1)
    }
    offset += line.length + 1
  }
}
