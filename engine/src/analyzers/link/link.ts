import type { PackedGraph } from '../../../contract/graph/schema.ts'
import { GraphWriter } from '../../../contract/graph/writer.ts'
import { readDatabase } from '../database/database.ts'
import { applyRules } from '../rules/apply.ts'
import { GuardNames } from '../rules/guard_names.ts'
import type { RepositoryPackage } from '../rules/rule.ts'
import { Evaluator } from './evaluate.ts'
import { GraphBuilder } from './graph_builder.ts'
import { testEdges, writeImports } from './imports.ts'
import { Program, type SourceFile } from './program.ts'
import { linkReferences } from './references.ts'
import { assignRoles } from './roles.ts'

/**
 * Makes one graph of what the files say. Files must be sorted by path; their facts are left as they are.
 * @param ownPrefixes beginnings of full names that are this repository's, in lower case
 */
export function link(
  files: readonly SourceFile[],
  packages: readonly RepositoryPackage[],
  ownPrefixes: readonly string[]
): PackedGraph {
  const program = new Program(files, ownPrefixes)
  const evaluator = new Evaluator(program)
  const builder = new GraphBuilder(program)
  assignRoles(program)
  const context = { program, evaluator, builder, packages, guards: new GuardNames() }
  applyRules(context)
  const databaseSchema = readDatabase(context)
  linkReferences(builder, evaluator)
  testEdges(builder)
  const writer = new GraphWriter()
  for (const [number, { path, language, isTest, role, hash, facts }] of files.entries()) {
    const { lines, skipped } = facts
    writer.file({ path, language, lines, isTest, hash, role, skipped, ...builder.counts[number]! })
  }
  writeImports(files, writer)
  const idOf = builder.write(writer)
  return writer.done({
    packages: packages.map(({ name, folder, manifest }) => ({ name, folder, manifest })),
    routes: builder.finishedRoutes(idOf),
    database: databaseSchema(idOf),
  })
}
