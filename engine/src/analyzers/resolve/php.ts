import { posix } from 'node:path'
import { z } from 'zod'
import type { Snapshot } from '../../snapshots/snapshot.ts'
import { jsonOf } from '../json.ts'
import { external, unresolved } from '../link/program.ts'
import type { Resolve } from './javascript.ts'

const folders = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({})
const autoload = z.object({ 'psr-4': folders.default({}) }).catch({ 'psr-4': {} })
const composerJson = z.object({
  autoload: autoload.default({ 'psr-4': {} }),
  'autoload-dev': autoload.default({ 'psr-4': {} }),
})

interface Prefix {
  /** With its trailing backslash, in lower case. */
  name: string
  folders: string[]
}

/**
 * Resolves classes as Composer's autoloader does: by the namespaces that the files themselves declare,
 * then by PSR-4. A class in one of the repository's own namespaces that is nowhere is unresolved.
 * @param globals path by full name in lower case, of what the repository declares
 */
export function createPhpResolver(snapshot: Snapshot, globals: ReadonlyMap<string, string>) {
  const prefixes = prefixesOf(snapshot)
  const namespaces = new Set<string>()
  for (const name of globals.keys()) {
    for (let at = name.lastIndexOf('\\'); at > 0; at = name.lastIndexOf('\\', at - 1))
      namespaces.add(name.slice(0, at))
  }
  const resolve: Resolve = (from, specifier) => {
    if (!specifier.startsWith('\\')) {
      const path = posix.join(posix.dirname(from), specifier)
      return snapshot.has(path) ? path : unresolved
    }
    const name = specifier.slice(1).toLowerCase()
    const declared = globals.get(name)
    if (declared) return declared
    const own = prefixes.find((prefix) => name.startsWith(prefix.name))
    // `use App\Http\Requests` shortens names; it names no file.
    if (!own || namespaces.has(name)) return external
    const rest = `${specifier.slice(1 + own.name.length).replaceAll('\\', '/')}.php`
    return (
      own.folders.map((folder) => posix.join(folder, rest)).find((path) => snapshot.has(path)) ?? unresolved
    )
  }
  return { resolve, ownPrefixes: prefixes.map(({ name }) => name) }
}

/** Longest first, as the autoloader tries them. */
function prefixesOf(snapshot: Snapshot): Prefix[] {
  const found: Prefix[] = []
  for (const path of snapshot.paths) {
    if (posix.basename(path) !== 'composer.json' || path.includes('vendor/')) continue
    const parsed = composerJson.safeParse(jsonOf(snapshot.read(path)))
    if (!parsed.success) continue
    const base = posix.dirname(path)
    for (const part of [parsed.data.autoload, parsed.data['autoload-dev']]) {
      for (const [name, targets] of Object.entries(part['psr-4'])) {
        if (name === '') continue
        found.push({
          name: name.toLowerCase(),
          folders: [targets].flat().map((folder) => posix.join(base, folder)),
        })
      }
    }
  }
  return found.sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1))
}
