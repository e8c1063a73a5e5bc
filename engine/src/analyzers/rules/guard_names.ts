/** What the names of middleware stand for. One name may be used by several applications of a repository. */
export class GuardNames {
  readonly #named = new Map<string, Set<number>>()
  readonly #groups = new Map<string, Set<number>>()

  note(name: string, entity: number): void {
    this.#named.set(name, (this.#named.get(name) ?? new Set()).add(entity))
  }

  /** A name that stands for several at once. */
  noteGroup(name: string, entity: number): void {
    this.#groups.set(name, (this.#groups.get(name) ?? new Set()).add(entity))
  }

  named(name: string): readonly number[] {
    return [...(this.#named.get(name) ?? [])]
  }

  group(name: string): readonly number[] {
    return [...(this.#groups.get(name) ?? [])]
  }
}
