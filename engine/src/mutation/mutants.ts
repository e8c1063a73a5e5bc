import { createHash } from 'node:crypto'
import type { Mutant } from '../../contract/mutation.ts'
import { childrenOf } from '../recipes/syntax/children.ts'
import { type Node, parseSource } from '../recipes/syntax/parse.ts'
import { mutationsOf } from './operators.ts'

interface Scope {
  name: string | null
  start: number
  end: number
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])
/** Types are gone when the program runs; what these hold inside is not. */
const transparent = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'])
const longest = 400

/**
 * Every mistake that can be planted in the functions around the lines (in the whole file where there are
 * none). Empty for a file that can not be parsed.
 */
export function mutantsOf(path: string, text: string, lines: readonly number[]): Mutant[] {
  const parsed = parseSource(path, text)
  if (!parsed) return []
  const starts = lineStarts(text)
  const lineOf = (offset: number) => upperBound(starts, offset)
  const found: (Mutant & { scope: Scope })[] = []
  const visit = (node: Node, parent: Node | null, scope: Scope): void => {
    if (node.type.startsWith('TS') && !transparent.has(node.type)) return
    for (const { operator, start, end, replacement } of mutationsOf(node, parent, text)) {
      const original = text.slice(start, end)
      if (original.length > longest || original === replacement) continue
      found.push({
        path,
        line: lineOf(start),
        start,
        end,
        original,
        replacement,
        operator,
        within: scope.name,
        scope,
      })
    }
    const inner = functions.has(node.type) ? scopeOf(node, parent, scope) : scope
    for (const child of childrenOf(node)) visit(child, node, inner)
  }
  visit(parsed.program, null, { name: null, start: 0, end: text.length })
  const wanted = new Set(lines)
  const touches = ({ scope, line }: (typeof found)[number]) => {
    if (wanted.size === 0 || wanted.has(line)) return true
    if (scope.name === null) return false
    const [from, to] = [lineOf(scope.start), lineOf(scope.end)]
    return lines.some((changed) => changed >= from && changed <= to)
  }
  return found.filter(touches).map(({ scope: _, ...mutant }) => mutant)
}

/** A function without a name belongs to the one around it. */
function scopeOf(node: Node, parent: Node | null, around: Scope): Scope {
  const name = nameOf(node, parent)
  return name === null && around.name !== null
    ? around
    : { name: name ?? 'a function', start: node.start, end: node.end }
}

function nameOf(node: Node, parent: Node | null): string | null {
  const own = 'id' in node && node.id && 'name' in node.id ? node.id.name : null
  if (typeof own === 'string') return own
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name
  const named = parent?.type === 'MethodDefinition' || parent?.type === 'Property'
  return named && 'name' in parent.key && typeof parent.key.name === 'string' ? parent.key.name : null
}

/**
 * At most `most` of them, in turn from each function, so that a long one does not crowd out the others. Chosen
 * by digest: the same code gives the same sample.
 */
export function sampleOf(mutants: readonly Mutant[], most: number): Mutant[] {
  const groups = new Map<string, Mutant[]>()
  const key = (mutant: Mutant) => `${mutant.path}\0${mutant.within ?? ''}`
  for (const mutant of [...mutants].sort((a, b) => (digestOf(a) < digestOf(b) ? -1 : 1))) {
    groups.set(key(mutant), [...(groups.get(key(mutant)) ?? []), mutant])
  }
  const queues = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
  const chosen: Mutant[] = []
  for (let round = 0; chosen.length < most && queues.some((queue) => queue.length > round); round++) {
    for (const queue of queues) {
      const next = queue[round]
      if (next && chosen.length < most) chosen.push(next)
    }
  }
  return chosen
}

function digestOf({ path, within, operator, original, replacement, start }: Mutant): string {
  return createHash('sha256')
    .update(JSON.stringify([path, within, operator, original, replacement, start]))
    .digest('hex')
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** How many starts are not behind the offset: its line, from 1. */
function upperBound(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}
