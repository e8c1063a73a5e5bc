import type MagicString from 'magic-string'
import type { SourceModule } from '../modules/source_module.ts'

/** Renames in JSDoc what is a reference there: `{@link name}` and the types of `@param {name}` and its like. */
export function renameInComments(module: SourceModule, text: MagicString, from: string, to: string): void {
  const name = from.replace(/[$]/g, '\\$&')
  const word = new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, 'g')
  for (const { type, value, start } of module.comments) {
    if (type !== 'Block' || !value.startsWith('*') || !value.includes(from)) continue
    const offset = start + '/*'.length
    for (const braces of value.matchAll(/\{@link(?:code|plain)?\s[^}]*\}|(?<=@\w+\s+)\{[^{}]*\}/g)) {
      for (const hit of braces[0].matchAll(word)) {
        const at = offset + braces.index + hit.index
        text.update(at, at + from.length, to)
      }
    }
  }
}
