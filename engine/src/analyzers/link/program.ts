import type { Role } from '../../../contract/graph/kinds.ts'
import type { EntityFact, FileFacts } from '../facts/facts.ts'

/** Where an import leads: the number of a file, or one of these. */
export const external = -1
export const unresolved = -2

/** Languages whose names can mean each other's. */
export type Family = 'javascript' | 'php' | 'python' | 'other'

export interface SourceFile {
  path: string
  language: string
  family: Family
  isTest: boolean
  /** What the file is for. */
  role: Role | null
  hash: string
  facts: FileFacts
  /** For each import of the facts, where it leads. */
  targets: number[]
  /** Number of its first entity in the program. */
  base: number
}

export interface ProgramEntity {
  fact: EntityFact
  /** Number of the file. */
  file: number
  /** The fact's own, else what the file's place says: facts are shared by every path of the same content. */
  role: Role | null
}

/** All files with what they say, and the look-ups that linking needs. */
export class Program {
  readonly files: readonly SourceFile[]
  readonly entities: ProgramEntity[] = []
  /** Last parts of the names of what can be called, by family. */
  readonly #callable = new Map<Family, Set<string>>()
  /** Members by owner. */
  readonly #members = new Map<number, Map<string, number>>()
  /** Full names, in lower case as PHP compares them. */
  readonly #globals = new Map<string, number>()
  readonly #numbers = new Map<string, number>()

  readonly #ownPrefixes: readonly string[]

  constructor(files: readonly SourceFile[], ownPrefixes: readonly string[]) {
    this.files = files
    this.#ownPrefixes = ownPrefixes
    for (const [number, file] of files.entries()) {
      this.#numbers.set(file.path, number)
      file.base = this.entities.length
      for (const fact of file.facts.entities) this.#add(fact, number, file)
    }
  }

  fileNumber(path: string): number | undefined {
    return this.#numbers.get(path)
  }

  fileOf(entity: number): SourceFile {
    return this.files[this.entities[entity]!.file]!
  }

  member(owner: number, name: string): number | undefined {
    return this.#members.get(owner)?.get(name)
  }

  membersOf(owner: number): ReadonlyMap<string, number> {
    return this.#members.get(owner) ?? none
  }

  global(name: string): number | undefined {
    return this.#globals.get(name.toLowerCase())
  }

  /** Whether a full name that nothing declares should have been declared here. */
  isOwn(name: string): boolean {
    const lower = name.toLowerCase()
    return this.#ownPrefixes.some((prefix) => lower.startsWith(prefix))
  }

  /** Whether some entity of the family has this name, so that a call of it may mean that one. */
  couldBe(family: Family, name: string): boolean {
    return this.#callable.get(family)?.has(name) ?? false
  }

  #add(fact: EntityFact, file: number, { family, base }: SourceFile): void {
    const number = this.entities.push({ fact, file, role: fact.role }) - 1
    const label = labelOf(fact, this.entities[base + fact.owner]?.fact)
    if (callableKinds.has(fact.kind)) {
      const names = this.#callable.get(family) ?? new Set()
      this.#callable.set(family, names.add(label))
    }
    if (fact.global !== undefined) this.#globals.set(fact.global.toLowerCase(), number)
    if (fact.owner === -1) return
    const members = this.#members.get(base + fact.owner) ?? new Map<string, number>()
    this.#members.set(base + fact.owner, members)
    if (!members.has(label)) members.set(label, number)
  }
}

const none: ReadonlyMap<string, number> = new Map()
const callableKinds = new Set(['function', 'class', 'method'])

function labelOf({ name, owner }: EntityFact, around: EntityFact | undefined): string {
  return owner === -1 || !around ? name : name.slice(around.name.length + 1)
}
