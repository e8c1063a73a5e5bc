import { posix } from 'node:path'
import { z } from 'zod'
import type { Snapshot } from '../../snapshots/snapshot.ts'
import { parseJsonc } from '../jsonc.ts'

const config = z.object({
  extends: z.union([z.string(), z.array(z.string())]).optional(),
  references: z.array(z.object({ path: z.string() })).optional(),
  compilerOptions: z
    .object({ baseUrl: z.string().optional(), paths: z.record(z.string(), z.array(z.string())).optional() })
    .optional(),
})

interface Mapping {
  pattern: string
  /** Repository paths, with the pattern's `*` where it has one. */
  targets: string[]
}

/**
 * Candidates of a specifier by the `paths` and `baseUrl` of the nearest tsconfig or jsconfig.
 * Configurations are read here, not by the resolver: one that extends a package which is not
 * installed would otherwise make every import of the project fail.
 */
export class TsconfigPaths {
  readonly #snapshot: Snapshot
  readonly #byFolder = new Map<string, Mapping[]>()

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot
  }

  /**
   * Repository paths, best first, without a promise that they exist. `claimed` tells that a
   * pattern names this specifier, so that it can not be a package; a bare `*` names nothing.
   */
  candidates(from: string, specifier: string): { paths: string[]; claimed: boolean } {
    const matches = this.#mappings(posix.dirname(from)).flatMap(({ pattern, targets }) => {
      const middle = capture(pattern, specifier)
      const paths = targets.map((target) => target.replace('*', () => middle ?? ''))
      return middle === null ? [] : [{ pattern, paths, rank: specificity(pattern) }]
    })
    matches.sort((a, b) => b.rank - a.rank)
    return {
      paths: matches.flatMap(({ paths }) => paths),
      claimed: matches.some(({ pattern }) => pattern !== '*'),
    }
  }

  #mappings(folder: string): Mapping[] {
    const known = this.#byFolder.get(folder)
    if (known) return known
    const own = ['tsconfig.json', 'jsconfig.json']
      .map((name) => posix.join(folder, name))
      .find((path) => this.#snapshot.has(path))
    const inherited = () => (folder === '.' ? [] : this.#mappings(posix.dirname(folder)))
    const mappings = own ? this.#read(own, new Set()) : inherited()
    this.#byFolder.set(folder, mappings)
    return mappings
  }

  #read(path: string, seen: Set<string>): Mapping[] {
    if (seen.has(path)) return []
    seen.add(path)
    const parsed = config.safeParse(parseJsonc(this.#snapshot.read(path) ?? ''))
    if (!parsed.success) return []
    const folder = posix.dirname(path)
    const linked = [
      parsed.data.extends ?? [],
      (parsed.data.references ?? []).map((reference) => reference.path),
    ].flat()
    return [
      ...ownMappings(folder, parsed.data.compilerOptions ?? {}),
      ...linked.flatMap((link) => this.#follow(posix.join(folder, link), link, seen)),
    ]
  }

  #follow(path: string, link: string, seen: Set<string>): Mapping[] {
    if (!link.startsWith('.')) return []
    const file = [path, `${path}.json`, posix.join(path, 'tsconfig.json')].find((option) =>
      this.#snapshot.has(option)
    )
    return file ? this.#read(file, seen) : []
  }
}

function ownMappings(
  folder: string,
  options: { baseUrl?: string; paths?: Record<string, string[]> }
): Mapping[] {
  const base = posix.join(folder, options.baseUrl ?? '.')
  const mapped = Object.entries(options.paths ?? {}).map(([pattern, targets]) => ({
    pattern,
    targets: targets.map((target) => posix.join(base, target)),
  }))
  return options.baseUrl === undefined
    ? mapped
    : [...mapped, { pattern: '*', targets: [posix.join(base, '*')] }]
}

/** An exact pattern beats every `*`; among those the longest prefix wins. */
function specificity(pattern: string): number {
  const star = pattern.indexOf('*')
  return star === -1 ? Number.MAX_SAFE_INTEGER : star
}

/** What the pattern's `*` stands for; an empty string for an exact match; null for none. */
function capture(pattern: string, specifier: string): string | null {
  const star = pattern.indexOf('*')
  if (star === -1) return pattern === specifier ? '' : null
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)]
  const fits = specifier.length >= before.length + after.length
  return fits && specifier.startsWith(before) && specifier.endsWith(after)
    ? specifier.slice(before.length, specifier.length - after.length)
    : null
}
