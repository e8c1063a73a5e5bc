import type MagicString from 'magic-string'
import type { SourceModule } from '../modules/source_module.ts'

const references =
  /\{@link(?:code|plain)?\s[^}]*\}|(?<=@\w+\s+)\{[^{}]*\}|(?<=@example\b)[\s\S]*?(?=\n\s*\*\s*@\w|$)/g

/**
 * Renames in JSDoc what is code there: `{@link name}`, the types of `@param {name}` and its like,
 * and examples. Prose stays.
 */
export function renameInComments(module: SourceModule, text: MagicString, from: string, to: string): void {
  const name = from.replace(/[$]/g, '\\$&')
  const word = new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, 'g')
  for (const { type, value, start } of module.comments) {
    if (type !== 'Block' || !value.startsWith('*') || !value.includes(from) || value.length > 20_000) continue
    const offset = start + '/*'.length
    for (const code of value.matchAll(references)) {
      for (const hit of code[0].matchAll(word)) {
        const at = offset + code.index + hit.index
        text.update(at, at + from.length, to)
      }
    }
  }
}
