import type { DraftGraph } from '../../../contract/graph/draft.ts'
import { readDatabase } from '../database/database.ts'
import { applyRules } from '../rules/apply.ts'
import type { RepositoryPackage } from '../rules/rule.ts'
import { Evaluator } from './evaluate.ts'
import { GraphBuilder } from './graph_builder.ts'
import { linkImports, testEdges } from './imports.ts'
import { Program, type SourceFile } from './program.ts'
import { linkReferences } from './references.ts'
import { assignRoles } from './roles.ts'

/**
 * Makes one graph of what the files say. Files must be sorted by path.
 * @param ownPrefixes beginnings of full names that are this repository's, in lower case
 */
export function link(
  files: readonly SourceFile[],
  packages: readonly RepositoryPackage[],
  ownPrefixes: readonly string[]
): DraftGraph {
  const program = new Program(files, ownPrefixes)
  const evaluator = new Evaluator(program)
  const builder = new GraphBuilder(program)
  assignRoles(program)
  const context = { program, evaluator, builder, packages }
  applyRules(context)
  const databaseSchema = readDatabase(context)
  linkReferences(builder, evaluator)
  testEdges(builder)
  const draft = builder.finish()
  draft.files = files.map(({ path, language, isTest, role, hash, facts }, number) => ({
    path,
    language,
    lines: facts.lines,
    isTest,
    hash,
    role,
    skipped: facts.skipped,
    ...builder.counts[number]!,
  }))
  draft.imports = linkImports(files)
  draft.database = databaseSchema(builder)
  draft.packages = packages.map(({ name, folder, manifest }) => ({ name, folder, manifest }))
  return draft
}
