import { posix } from 'node:path'
import type { Snapshot } from '../../snapshots/snapshot.ts'
import { external, unresolved } from '../link/program.ts'
import type { Resolve } from './javascript.ts'

/**
 * Resolves Python modules: `.sibling` and `..cousin` from the importing file, absolute names from every
 * folder that can be a root: the repository's, `src`, and those above a top-level package. A name whose
 * first part is a package of the repository but that leads nowhere is unresolved.
 */
export function createPythonResolver(snapshot: Snapshot): Resolve {
  const modules = snapshot.paths.filter((path) => /\.pyi?$/.test(path))
  const roots = modules.length === 0 ? [] : rootsOf(snapshot)
  const own = new Set<string>()
  for (const path of modules) {
    for (const root of roots) {
      const inside = root === '' ? path : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null
      if (inside !== null) own.add(inside.split('/')[0]!.replace(/\.pyi?$/, ''))
    }
  }
  return (from, specifier) => {
    const dots = /^\.*/.exec(specifier)![0].length
    const parts = specifier
      .slice(dots)
      .split('.')
      .filter((part) => part !== '')
    if (dots > 0) {
      let folder = posix.dirname(from)
      for (let up = 1; up < dots; up++) folder = posix.dirname(folder)
      return moduleAt(snapshot, folder, parts) ?? unresolved
    }
    for (const root of nearestFirst(roots, from)) {
      const found = moduleAt(snapshot, root, parts)
      if (found) return found
    }
    return own.has(parts[0]!) && !standard.has(parts[0]!) ? unresolved : external
  }
}

/** The module's file, or its package's `__init__.py`; a folder without one is a package too, but no file. */
function moduleAt(snapshot: Snapshot, folder: string, parts: readonly string[]): string | null {
  const path = posix.join(folder === '' ? '.' : folder, ...parts)
  const options = parts.length === 0 ? [] : [`${path}.py`, `${path}.pyi`]
  const inits = [posix.join(path, '__init__.py'), posix.join(path, '__init__.pyi')]
  return [...inits, ...options].find((option) => snapshot.has(option)) ?? null
}

/** Folders that hold a package or a project file, but are no package themselves. */
function rootsOf(snapshot: Snapshot): string[] {
  const roots = new Set<string>([''])
  for (const path of snapshot.paths) {
    const name = posix.basename(path)
    const folder = posix.dirname(path)
    if (/^(pyproject\.toml|setup\.py|setup\.cfg|manage\.py|requirements\.txt)$/.test(name)) {
      roots.add(folder === '.' ? '' : folder)
      roots.add(posix.join(folder, 'src'))
    }
    if (name !== '__init__.py') continue
    const above = posix.dirname(folder)
    if (!snapshot.has(posix.join(above, '__init__.py'))) roots.add(above === '.' ? '' : above)
  }
  return [...roots].sort()
}

function nearestFirst(roots: readonly string[], from: string): string[] {
  const inside = (root: string) => (root === '' || from.startsWith(`${root}/`) ? root.length : -1)
  return roots.toSorted((a, b) => inside(b) - inside(a))
}

/** Modules of the standard library whose names repositories like to use for their own folders. */
const standard = new Set(
  'test types typing json logging email http html calendar platform code site queue'.split(' ')
)
