import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const registry = /\.adonisjs\/client\/registry\/index\.ts$/
const entry = /^ {2}'([^']+)': \{\n(?: {4}.*\n)+? {2}\},\n/gm
/** What can be told from the pattern. */
const tokens = /^ {4}tokens: .*\n/m
const literal = /['"]([a-z_]+\.[a-z_]+)['"]/g

/** Every quoted text in the pages that may be the name of a route. */
function namesIn(folder: string) {
  const names = new Set<string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue
    for (const [, name] of readFileSync(join(folder, file), 'utf8').matchAll(literal)) names.add(name!)
  }
  return names
}

/**
 * The list of all routes is in the first load of every page, and most of them no page links to. A build keeps
 * those that are named in `inertia/`; names are always literals there.
 */
export function slimRegistry(pages: string): Plugin {
  let names = new Set<string>()
  return {
    name: 'slim-registry',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      names = namesIn(pages)
    },
    transform(code, id) {
      if (!registry.test(id)) return null
      const slim = (block: string, name: string) => (names.has(name) ? block.replace(tokens, '') : '')
      return { code: code.replace(entry, slim), map: null }
    },
  }
}
