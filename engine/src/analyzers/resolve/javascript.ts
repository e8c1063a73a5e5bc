import { realpathSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, posix, relative, sep } from 'node:path'
import { ResolverFactory } from 'oxc-resolver'
import type { Snapshot } from '../../snapshots/snapshot.ts'
import { external, unresolved } from '../link/program.ts'
import { TsconfigPaths } from './tsconfig_paths.ts'
import type { Workspaces } from './workspaces.ts'

/** A repository path, or one of the numbers for "leaves the repository" and "leads nowhere". */
export type Target = string | typeof external | typeof unresolved
/** By importing folder, then by specifier. */
export type KnownTargets = Map<string, Map<string, Target>>
export type Resolve = (from: string, specifier: string) => Target

const conditionNames = ['node', 'import', 'require', 'default', 'types']
const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.d.ts', '.vue']
/** TypeScript's rule: what is imported under its compiled name is looked for under its written one first. */
const extensionAlias: Record<string, string[]> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx', '.d.ts'],
  '.mjs': ['.mts', '.mjs', '.d.mts'],
  '.cjs': ['.cts', '.cjs', '.d.cts'],
  '.jsx': ['.tsx', '.jsx'],
}

/**
 * Resolves specifiers as TypeScript and Node do: relative paths, tsconfig `paths` and `baseUrl`,
 * package `imports`, and the packages of the repository's own workspaces. A bare name that leads
 * nowhere in the repository is external; anything else that leads nowhere is unresolved.
 * @param directory folder that holds the snapshot's files on disk
 * @param known answers that hold for this snapshot too; grows
 */
export function createResolver(
  snapshot: Snapshot,
  directory: string,
  workspaces: Workspaces,
  known: KnownTargets = new Map()
): Resolve {
  const root = realpathSync(directory)
  const paths = new TsconfigPaths(snapshot)
  const resolver = new ResolverFactory({ conditionNames, extensions, extensionAlias, nodePath: false })

  const onDisk = (folder: string, request: string): string | null => {
    const { path } = resolver.sync(folder, request)
    const way = path === undefined ? '' : relative(root, path).split(sep).join('/')
    return snapshot.has(way) ? way : null
  }
  const find = (from: string, specifier: string): Target => {
    if (isBuiltin(specifier)) return external
    const plain = specifier.replace(/[?#](raw|url|inline|worker|component).*$/, '')
    const mapped = paths.candidates(from, plain)
    for (const candidate of mapped.paths) {
      const to = byPath(snapshot, candidate) ?? onDisk(root, `./${candidate}`)
      if (to) return to
    }
    const isRelative = /^\.{1,2}(\/|$)/.test(plain)
    const to =
      (isRelative ? byPath(snapshot, posix.join(posix.dirname(from), plain)) : null) ??
      workspaces.resolve(plain) ??
      onDisk(dirname(join(root, from)), plain)
    if (to) return to
    return !mapped.claimed && isPackage(plain) && !workspaces.owns(plain) ? external : unresolved
  }
  let folder = ''
  let inFolder = new Map<string, Target>()
  return (from, specifier) => {
    const own = posix.dirname(from)
    if (own !== folder) {
      folder = own
      inFolder = known.get(folder) ?? new Map()
      known.set(folder, inFolder)
    }
    const before = inFolder.get(specifier)
    if (before !== undefined) return before
    const found = find(from, specifier)
    inFolder.set(specifier, found)
    return found
  }
}

/** The file that a path without its ending means, when that can be told without reading a manifest. */
function byPath(snapshot: Snapshot, path: string): string | null {
  const ending = posix.extname(path)
  const aliases = extensionAlias[ending]
  const stem = aliases ? path.slice(0, -ending.length) : path
  const options = aliases?.map((alias) => stem + alias) ?? [path]
  for (const option of options) if (snapshot.has(option)) return option
  for (const extension of extensions) if (snapshot.has(path + extension)) return path + extension
  if (snapshot.has(`${path}/package.json`)) return null
  return (
    extensions.map((extension) => `${path}/index${extension}`).find((index) => snapshot.has(index)) ?? null
  )
}

const packageName = /^(@[\w.~-]+\/)?[\w~][\w.~-]*(\/|$)/

/** Whether a specifier names a package or an address. */
function isPackage(specifier: string): boolean {
  return /^[a-z][a-z+.-]*:/i.test(specifier) || packageName.test(specifier)
}
