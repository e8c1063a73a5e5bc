import type { Repository } from '../../modules/repository.ts'
import { walk } from '../../syntax/children.ts'
import { calleeName, callsIn, isSelfContained } from './documentation.ts'

const maxPerName = 6

/** How the repository itself calls a function: argument lists that mean the same anywhere. */
export class CallSites {
  readonly #repository: Repository
  #byName: Map<string, string[][]> | null = null

  constructor(repository: Repository) {
    this.#repository = repository
  }

  of(name: string): string[][] {
    this.#byName ??= this.#collect()
    return [...(this.#byName.get(name) ?? []), ...this.#fromReadme(name)].slice(0, maxPerName)
  }

  #collect(): Map<string, string[][]> {
    const found = new Map<string, string[][]>()
    for (const path of this.#repository.paths) {
      const module = this.#repository.module(path)
      if (!module) continue
      walk(module.program, (node) => {
        const name =
          node.type === 'CallExpression' && node.arguments.length > 0 ? calleeName(node.callee) : null
        if (node.type !== 'CallExpression' || name === null || !node.arguments.every(isSelfContained)) return
        const calls = found.get(name) ?? []
        if (calls.length < maxPerName)
          found.set(name, [...calls, node.arguments.map(({ start, end }) => module.text.slice(start, end))])
      })
    }
    return found
  }

  #fromReadme(name: string): string[][] {
    const text = (this.#repository.read('README.md') ?? '').slice(0, 100_000)
    if (!text.includes(name)) return []
    return [...text.matchAll(/```\w*\n([\s\S]*?)```/g)].flatMap(([, code]) =>
      code!.split('\n').flatMap((line) => callsIn(line.replace(/\s*\/\/.*$/, ''), name))
    )
  }
}
