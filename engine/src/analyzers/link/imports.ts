import { posix } from 'node:path'
import type { GraphWriter } from '../../../contract/graph/writer.ts'
import { type GraphBuilder, keyOfFile } from './graph_builder.ts'
import type { SourceFile } from './program.ts'

/** Every import statement, once per line and specifier, by file and line. */
export function writeImports(files: readonly SourceFile[], writer: GraphWriter): void {
  for (const [file, { facts, targets }] of files.entries()) {
    const rows = facts.imports.map(([specifier, line, form], i) => ({
      file,
      specifier,
      to: targets[i]!,
      line,
      form,
    }))
    rows.sort(
      (a, b) => a.line - b.line || (a.specifier < b.specifier ? -1 : a.specifier > b.specifier ? 1 : 0)
    )
    for (const [i, row] of rows.entries()) {
      const before = rows[i - 1]
      if (before?.line !== row.line || before.specifier !== row.specifier) writer.import(row)
    }
  }
}

const testSuffix = /([._-](test|spec|e2e)|(?<=\w)Test)?(\.[cm]?[jt]sx?|\.php|\.py)$/
const testPrefix = /^test_/

/** From test files to what they are about: certain where the names agree, likely where they only import it. */
export function testEdges(builder: GraphBuilder): void {
  const { files } = builder.program
  const stems = new Map<number, string>()
  const stemAt = (file: number) => {
    const stem = stems.get(file) ?? stemOf(files[file]!.path)
    stems.set(file, stem)
    return stem
  }
  for (const [from, { isTest, facts, targets }] of files.entries()) {
    if (!isTest) continue
    for (const [i, to] of targets.entries()) {
      if (to < 0 || files[to]!.isTest) continue
      const confidence = stemAt(to) === stemAt(from) ? 100 : 60
      builder.link(keyOfFile(from), keyOfFile(to), 'tests', 'convention', confidence, facts.imports[i]![1])
    }
  }
}

function stemOf(path: string): string {
  return posix.basename(path).replace(testSuffix, '').replace(testPrefix, '').toLowerCase()
}
