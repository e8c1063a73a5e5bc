import { posix } from 'node:path'
import { z } from 'zod'
import type { Snapshot } from '../../snapshots/snapshot.ts'
import { jsonOf } from '../json.ts'
import type { RepositoryPackage } from '../rules/rule.ts'

const names = z.record(z.string(), z.unknown()).catch({}).default({})

const manifest = z.object({
  name: z.string().optional(),
  main: z.string().optional().catch(undefined),
  module: z.string().optional().catch(undefined),
  types: z.string().optional().catch(undefined),
  source: z.string().optional().catch(undefined),
  exports: z.unknown().optional(),
  dependencies: names,
  devDependencies: names,
})

const entries = [
  'src/index.ts',
  'src/index.tsx',
  'src/index.js',
  'index.ts',
  'index.js',
  'src/main.ts',
  'lib/index.js',
]
const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '/index.ts', '/index.tsx', '/index.js']
const sourceEndings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '/index.ts', '/index.tsx', '/index.js']
const built = /(^|\/)(dist|build|lib|out|esm|cjs|es)\//

/** The packages that a repository holds, and what their names mean when nothing has been built yet. */
export class Workspaces {
  readonly packages: RepositoryPackage[] = []
  readonly #snapshot: Snapshot
  readonly #byName = new Map<string, { folder: string; data: z.infer<typeof manifest> }>()

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
    for (const path of snapshot.paths) {
      if (posix.basename(path) !== 'package.json' || path.includes('node_modules/')) continue
      const parsed = manifest.safeParse(jsonOf(snapshot.read(path)))
      if (!parsed.success) continue
      const folder = posix.dirname(path)
      const name = parsed.data.name ?? ''
      const { dependencies, devDependencies } = parsed.data
      this.packages.push({
        name: name || folder,
        folder,
        manifest: path,
        dependencies: new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]),
      })
      if (name !== '' && !this.#byName.has(name)) this.#byName.set(name, { folder, data: parsed.data })
    }
  }

  /** Whether the specifier names a package of the repository, or something in one. */
  owns(specifier: string): boolean {
    return this.#byName.has(packageOf(specifier))
  }

  /** The file that `name` or `name/sub/path` means; null when it is none of ours or leads nowhere. */
  resolve(specifier: string): string | null {
    const name = packageOf(specifier)
    const own = this.#byName.get(name)
    if (!own) return null
    const { folder, data } = own
    const rest = specifier.slice(name.length)
    const targets = [...targetsOf(data.exports, `.${rest}`)]
    if (rest === '') {
      targets.push(
        ...[data.source, data.types, data.module, data.main].filter((entry) => entry !== undefined)
      )
      targets.push(...entries)
    } else targets.push(`.${rest}`, `./src${rest}`)
    for (const target of targets) {
      const found = this.#sourceOf(folder, target)
      if (found) return found
    }
    return null
  }

  /** The file itself, else the source that a build makes it from. */
  #sourceOf(folder: string, target: string): string | null {
    const plain = posix.join(folder, target)
    const found = endings.map((ending) => plain + ending).find((path) => this.#isFile(path))
    if (found) return found
    const inside = target
      .replace(/^\.\//, '')
      .replace(/\.d\.([cm]?)ts$/, '')
      .replace(/\.[cm]?jsx?$/, '')
    const unbuilt = [inside.replace(built, '$1src/'), inside.replace(built, '$1'), `src/${inside}`]
    for (const stem of unbuilt) {
      const from = posix.join(folder, stem)
      const source = sourceEndings.map((ending) => from + ending).find((path) => this.#isFile(path))
      if (source) return source
    }
    return null
  }

  #isFile(path: string): boolean {
    return this.#snapshot.has(path) && !path.endsWith('.d.ts')
  }
}

export function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!
}

/** Every file that the `exports` of a package name for a subpath, under whatever condition, in their order. */
function* targetsOf(exports: unknown, subpath: string): Iterable<string> {
  if (typeof exports === 'string' || Array.isArray(exports)) {
    if (subpath === '.') yield* stringsIn(exports)
    return
  }
  if (exports === null || typeof exports !== 'object') return
  const table = exports as Record<string, unknown>
  if (!Object.keys(table).some((key) => key.startsWith('.'))) {
    if (subpath === '.') yield* stringsIn(exports)
    return
  }
  if (table[subpath] !== undefined) yield* stringsIn(table[subpath])
  for (const [pattern, target] of Object.entries(table)) {
    const star = pattern.indexOf('*')
    if (star === -1) continue
    const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)]
    if (!subpath.startsWith(before) || !subpath.endsWith(after)) continue
    const middle = subpath.slice(before.length, subpath.length - after.length)
    for (const text of stringsIn(target)) yield text.replaceAll('*', () => middle)
  }
}

function* stringsIn(value: unknown, depth = 0): Iterable<string> {
  if (typeof value === 'string') yield value
  else if (value !== null && typeof value === 'object' && depth < 8) {
    for (const inner of Object.values(value)) yield* stringsIn(inner, depth + 1)
  }
}
