import { posix } from 'node:path'
import type { DraftImport } from '../../../contract/graph/draft.ts'
import type { GraphBuilder } from './graph_builder.ts'
import type { SourceFile } from './program.ts'

/** Every import statement, once per line and specifier, by file and line. */
export function linkImports(files: readonly SourceFile[]): DraftImport[] {
  return files.flatMap(({ facts, targets }, file) => {
    const seen = new Set<string>()
    return facts.imports
      .map(([specifier, line, form], i) => ({ file, specifier, to: targets[i]!, line, form }))
      .sort((a, b) => a.line - b.line || (a.specifier < b.specifier ? -1 : 1))
      .filter(({ line, specifier }) => !seen.has(`${line} ${specifier}`) && seen.add(`${line} ${specifier}`))
  })
}

const testSuffix = /([._-](test|spec|e2e)|(?<=\w)Test)?(\.[cm]?[jt]sx?|\.php|\.py)$/
const testPrefix = /^test_/

/** From test files to what they are about: certain where the names agree, likely where they only import it. */
export function testEdges(builder: GraphBuilder): void {
  const { files } = builder.program
  for (const [from, { isTest, path, facts, targets }] of files.entries()) {
    if (!isTest) continue
    const subject = stemOf(path)
    for (const [i, to] of targets.entries()) {
      if (to < 0 || files[to]!.isTest) continue
      const named = stemOf(files[to]!.path) === subject
      builder.connect({
        from: { file: from },
        to: { file: to },
        kind: 'tests',
        provenance: 'convention',
        confidence: named ? 100 : 60,
        line: facts.imports[i]![1],
      })
    }
  }
}

function stemOf(path: string): string {
  return posix.basename(path).replace(testSuffix, '').replace(testPrefix, '').toLowerCase()
}
