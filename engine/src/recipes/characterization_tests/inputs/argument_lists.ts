import type { Repository } from '../../modules/repository.ts'
import type { CodeStyle } from '../../project/code_style.ts'
import type { Node } from '../../syntax/parse.ts'
import type { Callable } from '../callables.ts'
import { CallSites } from './call_sites.ts'
import { documentationOf, documentedTypes, examplesOf } from './documentation.ts'
import { type Hints, hintsOf } from './hints.ts'
import { inferredType } from './inferred_types.ts'
import { RepositoryTypeValues } from './type_values.ts'

export interface ArgumentLists {
  /** Source of the arguments of each call to try, the most telling first. */
  lists: string[][]
  /** A parameter no value can be made for, when there is one. */
  blocked: string | null
}

const maxLists = 60

/** Thinks up calls of exported functions. */
export class Inputs {
  readonly values: RepositoryTypeValues
  readonly #repository: Repository
  readonly #sites: CallSites

  constructor(repository: Repository, style: CodeStyle) {
    this.#repository = repository
    this.#sites = new CallSites(repository)
    this.values = new RepositoryTypeValues(repository, style)
  }

  of(callable: Callable): ArgumentLists {
    const { module, node, owner, params, constructorParams } = callable
    const hints = hintsOf(this.#repository, module, owner ?? node)
    const documentation = documentationOf(module, node) ?? ''
    const documented = documentedTypes(documentation)
    const columns = params.map((param, position) =>
      this.#column(callable, param, position, hints, documented)
    )
    const required = params.filter((param) => !isOptional(param, documented)).length
    const blocked = columns.findIndex(({ length }, at) => length === 0 && at < required)
    const seen = constructorParams > 0 ? [] : this.#seenCalls(callable, documentation)
    if (blocked !== -1) return { lists: seen, blocked: seen.length > 0 ? null : nameOf(params[blocked]!) }
    const usable = columns.slice(0, columns.findIndex(({ length }) => length === 0) >>> 0)
    const made = combined(usable, required)
    const lists = [...new Map([...seen, ...made].map((list) => [list.join(', '), list])).values()]
    return { lists: lists.slice(0, maxLists), blocked: null }
  }

  #seenCalls({ kind, label }: Callable, documentation: string): string[][] {
    const name = label.split('.').at(-1)!
    if (kind === 'getter') return []
    return [...examplesOf(documentation, name), ...this.#sites.of(name)]
  }

  #column(
    callable: Callable,
    param: Node,
    position: number,
    hints: Hints,
    documented: Map<string, Node>
  ): string[] {
    const { module, node } = callable
    const name = nameOf(param)
    const type =
      annotationOf(param) ??
      documented.get(name) ??
      documented.get(`${name}?`) ??
      inferredType(module, param, node)
    const place = { module, hints, position, depth: 0, parameters: new Map() }
    if (param.type === 'RestElement') {
      const lists = type ? this.values.of(type, place) : ['[1, 2, 3]', '[]']
      return lists.flatMap((list) => (list.startsWith('[') ? [list.slice(1, -1)] : []))
    }
    if (type) return this.values.of(type, place)
    // Nothing tells what it is: a little of each.
    const [few, words] = ['TSNumberKeyword', 'TSStringKeyword'].map((kind) =>
      this.values.of({ type: kind } as Node, place).slice(0, 4)
    )
    return [...few!, ...words!, '[1, 2, 3]', '{ a: 1 }', 'null']
  }
}

export function nameOf(param: Node): string {
  if (param.type === 'Identifier') return param.name
  if (param.type === 'AssignmentPattern') return nameOf(param.left)
  return param.type === 'RestElement' ? nameOf(param.argument) : 'an unnamed parameter'
}

function annotationOf(param: Node): Node | null {
  const target = param.type === 'AssignmentPattern' ? param.left : param
  return 'typeAnnotation' in target && target.typeAnnotation ? (target.typeAnnotation as Node) : null
}

function isOptional(param: Node, documented: Map<string, Node>): boolean {
  if (param.type === 'AssignmentPattern' || param.type === 'RestElement') return true
  return ('optional' in param && Boolean(param.optional)) || documented.has(`${nameOf(param)}?`)
}

/** Every parameter varied alone, then all of them together, then calls that leave optional ones out. */
function combined(columns: readonly string[][], required: number): string[][] {
  const base = columns.map(([first]) => first!)
  const alone = columns.flatMap((column, at) => column.slice(1).map((value) => base.with(at, value)))
  const longest = Math.max(0, ...columns.map(({ length }) => length))
  const together =
    columns.length < 2
      ? []
      : Array.from({ length: Math.min(longest, 12) }, (_, step) =>
          columns.map((column, at) => column[(step * (at + 1)) % column.length]!)
        )
  const shortened = Array.from(
    { length: Math.max(0, columns.length - required) },
    (_, cut) => columns.length - 1 - cut
  ).flatMap((length) => {
    const firsts = (columns[0] ?? []).slice(0, length > 0 ? 12 : 1)
    return firsts.map((value) => (length === 0 ? [] : base.slice(0, length).with(0, value)))
  })
  return interleave([[base], shortened, alone, together]).map((list) => list.filter((value) => value !== ''))
}

/** Keeps what each way offers when the list is cut. */
function interleave(ways: readonly string[][][]): string[][] {
  const longest = Math.max(0, ...ways.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => ways.flatMap((way) => (way[at] ? [way[at]] : []))).flat()
}
