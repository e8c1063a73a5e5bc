import type { PackedGraph } from '../../contract/graph/schema.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { type FileFacts, noFacts } from './facts/facts.ts'
import { familyOf, languageOf } from './languages.ts'
import { link } from './link/link.ts'
import type { SourceFile } from './link/program.ts'
import { roleOfPath } from './link/roles.ts'
import { importResolver } from './resolve/imports.ts'
import type { KnownTargets } from './resolve/javascript.ts'
import { followSubmodules } from './resolve/python_submodules.ts'
import { setAsideByPath } from './set_aside.ts'
import { isTestFile } from './test_files.ts'

/**
 * The stored form of the code graph. Facts in, graph out; the same snapshot gives the same graph, byte
 * for byte.
 * @param directory folder that holds the snapshot's files
 * @param factsOf the facts of a path that is read; null for one that could not be
 * @param known where imports lead, as far as a snapshot with the same paths and manifests has told
 */
export function assemble(
  snapshot: Snapshot,
  directory: string,
  factsOf: (path: string) => FileFacts | null,
  known: KnownTargets = new Map()
): PackedGraph {
  if (snapshot.paths.length === 0) return link([], [], [])
  const paths = [...snapshot.paths].sort()
  const numbers = new Map(paths.map((path, number) => [path, number]))
  const read = paths.map((path) => {
    const aside = setAsideByPath(path, snapshot.size(path) ?? 0)
    return aside ? noFacts(0, aside) : (factsOf(path) ?? noFacts(0, 'the parser broke on this file'))
  })
  const { resolverOf, packages, ownPrefixes } = importResolver(
    snapshot,
    directory,
    globalsOf(paths, read),
    known
  )
  const hasName = (path: string, name: string) =>
    read[numbers.get(path)!]!.entities.some((entity) => entity.owner === -1 && entity.name === name)
  const files = paths.map((path, number): SourceFile => {
    const own = read[number]!
    const language = languageOf(path)
    const family = familyOf(language)
    const resolve = resolverOf(family)
    const targets = own.imports.map(([specifier]) => resolve(path, specifier))
    const facts =
      family === 'python' ? followSubmodules(own, targets, (name) => resolve(path, name), hasName) : own
    const isTest = isTestFile(path)
    return {
      path,
      language,
      family,
      isTest,
      role: roleOfPath(path, isTest),
      hash: snapshot.hash(path) ?? '',
      facts,
      targets: targets.map((target) => (typeof target === 'string' ? numbers.get(target)! : target)),
      base: 0,
    }
  })
  return link(files, packages, ownPrefixes)
}

/** Which path declares a full name, by that name in lower case. */
function globalsOf(paths: readonly string[], read: readonly FileFacts[]): Map<string, string> {
  const globals = new Map<string, string>()
  for (const [number, { entities }] of read.entries()) {
    for (const { global } of entities)
      if (global !== undefined) globals.set(global.toLowerCase(), paths[number]!)
  }
  return globals
}
