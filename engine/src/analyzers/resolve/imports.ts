import type { Snapshot } from '../../snapshots/snapshot.ts'
import type { Family } from '../link/program.ts'
import { external } from '../link/program.ts'
import { createResolver, type KnownTargets, type Resolve } from './javascript.ts'
import { createPhpResolver } from './php.ts'
import { createPythonResolver } from './python.ts'
import { Workspaces } from './workspaces.ts'

/**
 * Resolves each language's imports by that language's rules.
 * @param globals path by full name in lower case, of what PHP files declare
 */
export function importResolver(
  snapshot: Snapshot,
  directory: string,
  globals: ReadonlyMap<string, string>,
  known: KnownTargets
) {
  const workspaces = new Workspaces(snapshot)
  const php = createPhpResolver(snapshot, globals)
  const byFamily: Partial<Record<Family, Resolve>> = {
    javascript: createResolver(snapshot, directory, workspaces, known),
    php: php.resolve,
    python: createPythonResolver(snapshot),
  }
  const resolverOf = (family: Family): Resolve => byFamily[family] ?? (() => external)
  return { resolverOf, packages: workspaces.packages, ownPrefixes: php.ownPrefixes }
}
