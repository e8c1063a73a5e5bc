import { realpathSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { ResolverFactory } from 'oxc-resolver'
import type { GraphImport } from '../../contract/analysis.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { TsconfigPaths } from './tsconfig_paths.ts'
import { type Workspaces, workspacesOf } from './workspaces.ts'

type Resolution = Pick<GraphImport, 'to' | 'resolution'>
export type Resolve = (from: string, specifier: string) => Resolution

const external: Resolution = { to: null, resolution: 'external' }
const unresolved: Resolution = { to: null, resolution: 'unresolved' }

const conditionNames = ['node', 'import', 'require', 'default', 'types']
const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.d.ts']
const extensionAlias = {
  '.js': ['.ts', '.tsx', '.js', '.jsx', '.d.ts'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
  '.jsx': ['.tsx', '.jsx'],
}

/**
 * Resolves specifiers as TypeScript and Node do: relative paths, tsconfig `paths`, package
 * `imports`, and the packages of the repository's own workspaces. A bare name that leads nowhere
 * in the repository is external; anything else that leads nowhere is unresolved.
 * @param directory folder that holds the snapshot's files on disk
 */
export function createResolver(snapshot: Snapshot, directory: string): Resolve {
  const root = realpathSync(directory)
  const workspaces = workspacesOf(snapshot)
  const paths = new TsconfigPaths(snapshot)
  const alias = Object.fromEntries([...workspaces].map(([name, { folder }]) => [name, [join(root, folder)]]))
  const resolver = new ResolverFactory({ conditionNames, extensions, extensionAlias, alias, nodePath: false })

  const inRepository = (folder: string, request: string): string | null => {
    const { path } = resolver.sync(folder, request)
    const way = path === undefined ? '' : relative(root, path).split(sep).join('/')
    return snapshot.has(way) ? way : null
  }
  return (from, specifier) => {
    if (isBuiltin(specifier)) return external
    const mapped = paths.candidates(from, specifier)
    const to =
      mapped.paths.map((candidate) => inRepository(root, `./${candidate}`)).find((path) => path !== null) ??
      inRepository(dirname(join(root, from)), specifier) ??
      // A workspace's entry often names a build output that is not committed; its source stands in.
      workspaces.get(specifier)?.source
    if (to) return { to, resolution: 'resolved' }
    return !mapped.claimed && isPackage(specifier, workspaces) ? external : unresolved
  }
}

const packageName = /^(@[\w.~-]+\/)?[\w~][\w.~-]*(\/|$)/

/** Whether a specifier names a package, or an address, that is not of this repository. */
function isPackage(specifier: string, workspaces: Workspaces): boolean {
  if (/^[a-z][a-z+.-]*:/i.test(specifier)) return true
  const own = [...workspaces.keys()].some((name) => specifier === name || specifier.startsWith(`${name}/`))
  return packageName.test(specifier) && !own
}
