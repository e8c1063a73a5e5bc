import { Lines } from '../../analyzers/lines.ts'
import { isTestFile } from '../../analyzers/test_files.ts'
import type { Repository } from '../modules/repository.ts'
import { walk } from '../syntax/children.ts'

const registering = new Set(['get', 'all', 'use', 'route', 'any', 'head', 'on', 'health'])

/** Where a route of that path is registered already, as `path:line`, or null. */
export function existingRoute(repository: Repository, path: string): string | null {
  const spellings = new Set([path, path.slice(1), `${path}/`])
  for (const file of repository.paths.filter(
    (candidate) => !isTestFile(candidate) && repository.read(candidate)?.includes(path.slice(1))
  )) {
    const module = repository.module(file)
    if (!module) continue
    let found: number | null = null
    walk(module.program, (node) => {
      if (found !== null) return false
      if (
        node.type === 'CallExpression' &&
        node.callee.type === 'MemberExpression' &&
        node.callee.property.type === 'Identifier' &&
        registering.has(node.callee.property.name)
      ) {
        const [first] = node.arguments
        if (first?.type === 'Literal' && spellings.has(String(first.value))) found = first.start
      }
      // Fastify's `{ method, url }` form.
      if (
        node.type === 'Property' &&
        node.key.type === 'Identifier' &&
        node.key.name === 'url' &&
        node.value.type === 'Literal' &&
        node.value.value === path
      )
        found = node.start
    })
    if (found !== null) return `${file}:${new Lines(module.text).at(found)}`
  }
  return null
}
