import { posix } from 'node:path'
import type { Repository } from '../modules/repository.ts'

/** How relative imports name a file: with its own ending, with `.js` for TypeScript, or without any. */
export type SpecifierEnding = 'source' | 'js' | 'none'

/** The habit of the first relative import that shows one, or null. */
export function specifierEndingIn(repository: Repository, paths: readonly string[]): SpecifierEnding | null {
  for (const path of paths) {
    const module = repository.module(path)
    if (!module) continue
    for (const { specifier } of [...module.imports, ...module.loads]) {
      const target = specifier.startsWith('.') ? repository.resolve(path, specifier) : null
      if (!target || target.endsWith('.json')) continue
      if (specifier.endsWith(posix.extname(target))) return 'source'
      return /\.[cm]?jsx?$/.test(specifier) ? 'js' : 'none'
    }
  }
  return null
}

/** A relative specifier from one file to another. */
export function specifierTo(from: string, to: string, ending: SpecifierEnding): string {
  const way = posix.relative(posix.dirname(from), to)
  const relative = way.startsWith('.') ? way : `./${way}`
  if (ending === 'source') return relative
  if (ending === 'js') return relative.replace(/\.([cm]?)tsx?$/, '.$1js')
  return relative.replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '') || '.'
}
