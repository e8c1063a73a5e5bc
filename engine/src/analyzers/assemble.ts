import { emptyDraft } from '../../contract/graph/draft.ts'
import { packGraph } from '../../contract/graph/pack.ts'
import type { PackedGraph } from '../../contract/graph/schema.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { type FileFacts, noFacts } from './facts/facts.ts'
import { familyOf, languageOf } from './languages.ts'
import { link } from './link/link.ts'
import type { SourceFile } from './link/program.ts'
import { importResolver } from './resolve/imports.ts'
import { setAsideByPath } from './set_aside.ts'
import { isTestFile } from './test_files.ts'

/**
 * The stored form of the code graph. Facts in, graph out; the same snapshot gives the same graph, byte
 * for byte.
 * @param directory folder that holds the snapshot's files
 * @param factsOf the facts of a path that is read; null for one that could not be
 */
export function assemble(
  snapshot: Snapshot,
  directory: string,
  factsOf: (path: string) => FileFacts | null
): PackedGraph {
  if (snapshot.paths.length === 0) return packGraph(emptyDraft())
  const { resolve, packages } = importResolver(snapshot, directory)
  const paths = [...snapshot.paths].sort()
  const numbers = new Map(paths.map((path, number) => [path, number]))
  const files = paths.map((path): SourceFile => {
    const aside = setAsideByPath(path, snapshot.size(path) ?? 0)
    const facts = aside ? noFacts(0, aside) : (factsOf(path) ?? noFacts(0, 'the parser broke on this file'))
    const language = languageOf(path)
    return {
      path,
      language,
      family: familyOf(language),
      isTest: isTestFile(path),
      hash: snapshot.hash(path) ?? '',
      facts,
      targets: facts.imports.map(([specifier]) => {
        const target = resolve(path, specifier)
        return typeof target === 'string' ? numbers.get(target)! : target
      }),
      base: 0,
    }
  })
  return packGraph(link(files, packages))
}
