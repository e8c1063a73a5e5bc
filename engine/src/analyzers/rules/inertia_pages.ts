import { posix } from 'node:path'
import type { ChainFact } from '../facts/facts.ts'
import { type RuleContext, textArgument } from './rule.ts'

const pageFile = /^(.*?(?:inertia\/pages|resources\/js\/[Pp]ages))\/(.+)\.(tsx|jsx|vue|svelte|ts|js)$/

/** Edges from what answers with `inertia.render('users/show')` to that page's component. */
export function inertiaPages(context: RuleContext): void {
  const { program, builder, evaluator } = context
  const pages = new Map<string, { file: number; root: string }[]>()
  for (const [file, { path }] of program.files.entries()) {
    const match = pageFile.exec(path)
    if (!match) continue
    const key = match[2]!.toLowerCase()
    pages.set(key, [...(pages.get(key) ?? []), { file, root: match[1]! }])
  }
  if (pages.size === 0) return
  for (const [file, { facts, path, base }] of program.files.entries()) {
    for (const chain of facts.chains) {
      const name = renderedPage(chain)
      const found = name === null ? [] : (pages.get(name.toLowerCase()) ?? [])
      const nearest = found.toSorted((a, b) => shared(path, b.root) - shared(path, a.root))[0]
      if (!nearest) continue
      const component = evaluator.export(nearest.file, 'default')
      builder.connect({
        from: chain.from === -1 ? { file } : { entity: base + chain.from },
        to: component?.is === 'entity' ? { entity: component.entity } : { file: nearest.file },
        kind: 'renders',
        provenance: 'framework',
        confidence: 95,
        line: chain.line,
      })
    }
  }
}

function renderedPage({ root, steps }: ChainFact): string | null {
  for (const { name, arguments: given } of steps) {
    const renders =
      name === 'renderInertia' ||
      (name === 'render' && /inertia/i.test(root)) ||
      (name === 'inertia' && (root === 'Route' || root === 'router')) ||
      (name === '' && root === 'inertia')
    if (!renders) continue
    return textArgument(given[name === 'inertia' ? 1 : 0])
  }
  return null
}

/** How many folders two paths have in common at their beginning. */
function shared(path: string, other: string): number {
  const [one, two] = [posix.dirname(path).split('/'), other.split('/')]
  let count = 0
  while (count < one.length && one[count] === two[count]) count += 1
  return count
}
