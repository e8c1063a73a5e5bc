import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/**
 * Lets Node load sources whose imports are written for a bundler or a compiler: the engine found out
 * where each leads, and Node's own resolution is asked for all others.
 * @param known repository path → specifier → repository path
 */
export function resolveAs(root: string, known: Record<string, Record<string, string>>): void {
  registerHooks({
    resolve(specifier, context, next) {
      const parent = context.parentURL?.startsWith('file:') ? fileURLToPath(context.parentURL) : null
      const from = parent?.startsWith(`${root}/`) ? parent.slice(root.length + 1) : null
      const to = from === null ? undefined : known[from]?.[specifier]
      return to === undefined ? next(specifier, context) : next(pathToFileURL(`${root}/${to}`).href, context)
    },
  })
}
