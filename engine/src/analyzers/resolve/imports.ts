import type { Snapshot } from '../../snapshots/snapshot.ts'
import { familyOf, languageOf } from '../languages.ts'
import type { Family } from '../link/program.ts'
import { external } from '../link/program.ts'
import { createResolver, type Resolve } from './javascript.ts'
import { Workspaces } from './workspaces.ts'

/** Resolves each language's imports by that language's rules. */
export function importResolver(snapshot: Snapshot, directory: string) {
  const workspaces = new Workspaces(snapshot)
  const byFamily: Partial<Record<Family, Resolve>> = {
    javascript: createResolver(snapshot, directory, workspaces),
  }
  const resolve: Resolve = (from, specifier) =>
    byFamily[familyOf(languageOf(from))]?.(from, specifier) ?? external
  return { resolve, packages: workspaces.packages }
}
