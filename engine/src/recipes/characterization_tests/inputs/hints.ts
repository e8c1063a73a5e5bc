import { behind } from '../../modules/find_export.ts'
import type { Repository } from '../../modules/repository.ts'
import type { SourceModule } from '../../modules/source_module.ts'
import { walk } from '../../syntax/children.ts'
import type { Node } from '../../syntax/parse.ts'
import { samplesOf } from './regex_sample.ts'

/** Values a function's own code talks about; those are the ones its branches depend on. */
export interface Hints {
  /** Each number with its two neighbours. */
  numbers: number[]
  strings: string[]
}

const maxNodes = 4_000

/** Literals in a function and in what it refers to at the top level of the repository's files. */
export function hintsOf(repository: Repository, module: SourceModule, node: Node): Hints {
  const collector = new Collector(repository)
  collector.read(module, node, 3)
  const numbers = [...collector.numbers].slice(0, 12).flatMap((value) => [value, value - 1, value + 1])
  return {
    numbers: [...new Set(numbers)],
    strings: [...collector.strings, ...collector.samples].slice(0, 24),
  }
}

class Collector {
  readonly numbers = new Set<number>()
  readonly strings = new Set<string>()
  readonly samples = new Set<string>()
  readonly #repository: Repository
  readonly #seen = new Set<Node>()
  #visited = 0

  constructor(repository: Repository) {
    this.#repository = repository
  }

  read(module: SourceModule, node: Node, depth: number): void {
    if (depth === 0 || this.#seen.has(node)) return
    this.#seen.add(node)
    const names = new Set<string>()
    walk(node, (child, parent) => {
      if (++this.#visited > maxNodes || child.type === 'ImportDeclaration') return false
      if (child.type === 'ThrowStatement') return false
      if (child.type === 'Identifier') names.add(child.name)
      this.#literal(child, parent)
    })
    for (const name of names) this.#follow(module, name, depth)
  }

  #follow(module: SourceModule, name: string, depth: number): void {
    const binding = module.scopes.root.names.get(name)
    const origin = binding ? behind(this.#repository, module, binding) : null
    for (const { parent } of origin?.binding.declarations ?? []) {
      if (origin && /^(VariableDeclarator|FunctionDeclaration)$/.test(parent.type))
        this.read(origin.module, parent, depth - 1)
    }
  }

  #literal(node: Node, parent: Node | null): void {
    if (
      node.type === 'Property' &&
      !node.computed &&
      node.key.type === 'Identifier' &&
      node.value.type !== 'Identifier'
    ) {
      // Keys of a table such as `{ ms: 1, s: 1000 }` are what a caller looks up in it.
      if (node.value.type === 'Literal') this.strings.add(node.key.name)
    }
    if (node.type !== 'Literal' || isTypeName(parent)) return
    if ('regex' in node && node.regex)
      for (const sample of samplesOf(node.regex.pattern)) this.samples.add(sample)
    else if (typeof node.value === 'number' && Number.isFinite(node.value))
      this.numbers.add(signed(node.value, parent))
    else if (typeof node.value === 'string' && node.value.length <= 40) this.strings.add(node.value)
  }
}

/** The word beside `typeof` names a type; nobody passes it. */
function isTypeName(parent: Node | null): boolean {
  if (parent?.type !== 'BinaryExpression') return false
  return [parent.left, parent.right].some(
    (side) => side.type === 'UnaryExpression' && side.operator === 'typeof'
  )
}

function signed(value: number, parent: Node | null): number {
  return parent?.type === 'UnaryExpression' && parent.operator === '-' ? -value : value
}
