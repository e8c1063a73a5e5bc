import { posix } from 'node:path'
import type { CodeGraph } from '../../../contract/analysis.ts'
import { setAsideByPath } from '../../analyzers/set_aside.ts'
import type { Snapshot } from '../../snapshots/snapshot.ts'
import { readModule, type SourceModule } from './source_module.ts'

const codePath = /\.[cm]?[jt]sx?$/

/**
 * The JavaScript and TypeScript of a snapshot, parsed when first asked for. `changes` are texts
 * that stand in for the snapshot's own, so that a recipe can look at its work so far.
 */
export class Repository {
  readonly snapshot: Snapshot
  /** Code files that are neither built nor vendored, sorted. */
  readonly paths: readonly string[]
  readonly #edges = new Map<string, Map<string, string | null>>()
  readonly #modules = new Map<string, SourceModule | null>()
  readonly #changes = new Map<string, string>()
  /** Files the analysis could not read. It tries them in a process of its own; here one could end the engine. */
  readonly #unreadable = new Set<string>()

  constructor(snapshot: Snapshot, graph: CodeGraph) {
    this.snapshot = snapshot
    this.paths = snapshot.paths.filter(
      (path) => codePath.test(path) && !setAsideByPath(path, snapshot.size(path) ?? 0)
    )
    for (const file of graph.files) {
      if (file.skipped !== null) this.#unreadable.add(file.path)
      this.#edges.set(file.path, new Map(file.imports.map(({ specifier, to }) => [specifier, to])))
    }
  }

  read(path: string): string | undefined {
    return this.#changes.get(path) ?? this.snapshot.read(path)
  }

  change(path: string, text: string): void {
    this.#changes.set(path, text)
    this.#modules.delete(path)
  }

  get changed(): ReadonlyMap<string, string> {
    return this.#changes
  }

  /** Null when there is no such file or the analysis could not read it. */
  module(path: string): SourceModule | null {
    const known = this.#modules.get(path)
    if (known !== undefined) return known
    const text = this.#unreadable.has(path) ? undefined : this.read(path)
    const module = text === undefined ? null : readModule(path, text)
    this.#modules.set(path, module)
    return module
  }

  /** The repository file a specifier names, as the code graph found it; null when it leaves the repository. */
  resolve(from: string, specifier: string): string | null {
    const known = this.#edges.get(from)?.get(specifier)
    if (known !== undefined) return known
    return specifier.startsWith('.') ? this.#relative(posix.join(posix.dirname(from), specifier)) : null
  }

  #relative(target: string): string | null {
    const stem = target.replace(/\.([cm]?)jsx?$/, '')
    const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts']
    const options = [
      target,
      ...[target, stem, `${target}/index`].flatMap((base) => endings.map((end) => base + end)),
    ]
    return options.find((path) => this.snapshot.has(path)) ?? null
  }
}
