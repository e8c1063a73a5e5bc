import type { ValueFact } from './facts.ts'

/** Where a value starts before names are known: an identifier, or something found already. */
export type Start = { name: string } | { known: number | string | null }

export interface Unbound {
  start: Start
  steps: readonly string[]
}

interface Pending extends Unbound {
  /** Place in the list of values that waits for the answer. */
  slot: number
}

interface Scope {
  parent: Scope | null
  /** Null for a name about whose value nothing is known. */
  names: Map<string, Unbound | null> | null
  pending: Pending[] | null
  isFunction: boolean
}

const longestValue = 10
const mostDetours = 12

/**
 * Finds out what names mean. References wait in their scope until it closes, because a name may be
 * declared below its use; what the scope does not declare is handed to the scope around it.
 */
export class Scopes {
  readonly values: ValueFact[]
  #current: Scope = { parent: null, names: new Map(), pending: [], isFunction: true }

  constructor(values: ValueFact[]) {
    this.values = values
  }

  enter(isFunction: boolean): void {
    this.#current = { parent: this.#current, names: null, pending: null, isFunction }
  }

  leave(): void {
    const { parent, pending, names } = this.#current
    if (!parent) throw new Error('the outermost scope is closed by close()')
    if (pending) for (const waiting of pending) this.#settle(waiting, names, parent)
    this.#current = parent
  }

  /** Ends the file: names that nobody declared are global. */
  close(): void {
    const { pending, names } = this.#current
    for (const waiting of pending ?? []) this.#settle(waiting, names, null)
  }

  declare(name: string, value: Unbound | null, hoisted = false): void {
    let scope = this.#current
    while (hoisted && !scope.isFunction && scope.parent) scope = scope.parent
    scope.names ??= new Map()
    scope.names.set(name, value)
  }

  /** The number of the value; what it is will be known once the file has been read. */
  refer({ start, steps }: Unbound): number {
    const slot = this.values.push([null]) - 1
    if ('known' in start) this.values[slot] = asFact(start.known, steps)
    else {
      this.#current.pending ??= []
      this.#current.pending.push({ slot, start, steps })
    }
    return slot
  }

  #settle(waiting: Pending, names: Scope['names'], parent: Scope | null): void {
    let { start, steps }: Unbound = waiting
    for (let detours = 0; 'name' in start; detours++) {
      const meant: Unbound | null | undefined = names?.get(start.name)
      if (meant === undefined) {
        if (parent) {
          parent.pending ??= []
          parent.pending.push({ slot: waiting.slot, start, steps })
        } else this.values[waiting.slot] = asFact(start.name, steps)
        return
      }
      const same: boolean = meant !== null && 'name' in meant.start && meant.start.name === start.name
      if (meant === null || same || detours > mostDetours || steps.length > longestValue) {
        this.values[waiting.slot] = asFact(null, steps)
        return
      }
      start = meant.start
      steps = [...meant.steps, ...steps]
    }
    this.values[waiting.slot] = asFact(start.known, steps)
  }
}

/** A variable of PHP is never global; a name that nobody declared is, and whatever is meant by it is elsewhere. */
function asFact(start: number | string | null, steps: readonly string[]): ValueFact {
  if (typeof start === 'string' && start.startsWith('$')) return asFact(null, steps)
  return steps.length > longestValue ? [null, ...steps.slice(-2)] : [start, ...steps]
}
