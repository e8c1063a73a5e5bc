import { setImmediate } from 'node:timers/promises'
import type { FileCoverage } from '@agentops/engine/contract'
import { isCoverable } from './coverable.js'
import { type CodeLine, executableLines } from './executable_lines.js'
import { type CachedMap, type RawLimits, type RawScript, rawLimits, readRawReports } from './raw_reports.js'
import { readRunnerReports, reportedHits, type SourceReport } from './runner_reports.js'
import { directHits, isUntransformed, type LineHits, mappedHits, mappedSources } from './script_lines.js'
import { pathOfUrl, readSource } from './source_tree.js'

export type CoverageInput = {
  /** Host folder with the JSON files Node wrote under NODE_V8_COVERAGE, or a runner in a `runner-…` of its own. */
  folder: string
  /** Host folder with the sources as they were run. */
  root: string
  /** Repository paths to measure, anything else is left out; null for whatever looks like a source. */
  sourceFiles: string[] | null
  /** Whether a source that was never loaded appears with no covered line, or not at all. */
  includeUnloaded: boolean
  /** Where the checkout was mounted during the run; `/workspace` by default. */
  workspace?: string
  limits?: RawLimits
}

/**
 * `unreadable`: sources that ran only in a form without a way back to their lines (e.g. transformed by Jest);
 * they are not measured, which is not the same as not covered.
 */
export type CoverageResult = { files: FileCoverage[]; unreadable: string[] }

/**
 * Line coverage per repository path, merged over all processes of a run, sorted by path. Null when no process
 * reported on the checkout at all: then nothing is known, not 0 %.
 */
export async function collectCoverage(input: CoverageInput): Promise<CoverageResult | null> {
  const collector = new CoverageCollector(input)
  const workspace = input.workspace ?? '/workspace'
  let rested = performance.now()
  const rest = async () => {
    if (performance.now() - rested <= 50) return
    await setImmediate()
    rested = performance.now()
  }
  const ours = (url: string) => pathOfUrl(url, workspace) !== null
  for await (const report of readRawReports(input.folder, ours, input.limits)) {
    for (const script of report.scripts) {
      await collector.add(script, report.maps.get(script.url))
      await rest()
    }
  }
  for await (const report of readRunnerReports(input.folder, input.limits)) {
    await collector.addReported(report)
    await rest()
  }
  return collector.result()
}

class CoverageCollector {
  readonly #input: CoverageInput
  readonly #wanted: Set<string> | null
  readonly #hits = new Map<string, { executable: Set<number>; covered: Set<number> }>()
  readonly #sources = new Map<string, { text: string; lines: CodeLine[] } | null>()
  readonly #unreadable = new Set<string>()
  #sawWorkspace = false
  #work: number

  constructor(input: CoverageInput) {
    this.#input = input
    this.#work = (input.limits ?? rawLimits).work
    this.#wanted = input.sourceFiles && new Set(input.sourceFiles)
  }

  async add(script: RawScript, map: CachedMap | undefined) {
    this.#sawWorkspace = true
    if (map) await this.#addMapped(script, map)
    else await this.#addDirect(script)
  }

  async addReported(report: SourceReport) {
    if (pathOfUrl(report.path, this.#input.workspace ?? '/workspace') === null) return
    this.#sawWorkspace = true
    const path = this.#wantedPath(report.path)
    const source = path && (await this.#source(path))
    if (!path || !source) return
    if (this.#afford(source.lines.length + report.statements.length + report.functions.length))
      this.#merge(path, reportedHits(report, source.text, source.lines))
  }

  async #addDirect(script: RawScript) {
    const path = this.#wantedPath(script.url)
    const source = path && (await this.#source(path))
    if (!path || !source) return
    const cost = source.lines.length + script.functions.length
    if (this.#afford(cost) && isUntransformed(script, source.text))
      this.#merge(path, directHits(script, source.lines))
    else this.#unreadable.add(path)
  }

  async #addMapped(script: RawScript, map: CachedMap) {
    if (!this.#afford(map.data.mappings.length + map.data.sources.length + script.functions.length)) return
    const paths = new Map<string, string>()
    const lines = new Map<string, CodeLine[]>()
    for (const url of safely(() => mappedSources(script, map)) ?? []) {
      const path = this.#wantedPath(url)
      const source = path && (await this.#source(path))
      if (!path || !source) continue
      paths.set(url, path)
      lines.set(url, source.lines)
    }
    for (const [url, hits] of safely(() => mappedHits(script, map, lines)) ?? [])
      this.#merge(paths.get(url)!, hits)
  }

  /** Reports are written by untrusted code; one that repeats itself without end must not keep us busy. */
  #afford(cost: number): boolean {
    this.#work -= cost
    return this.#work >= 0
  }

  async result(): Promise<CoverageResult | null> {
    if (!this.#sawWorkspace) return null
    if (this.#input.includeUnloaded) await this.#addUnloaded()
    const unreadable = [...this.#unreadable].filter((path) => !this.#hits.has(path)).sort()
    const paths = [...this.#hits.keys()].sort()
    if (unreadable.length > 0 && !paths.some((path) => this.#hits.get(path)!.covered.size > 0)) return null
    return { files: paths.map((path) => this.#fileCoverage(path)), unreadable }
  }

  async #addUnloaded() {
    for (const path of this.#wanted ?? []) {
      if (this.#hits.has(path) || this.#unreadable.has(path)) continue
      const source = await this.#source(path)
      if (source && source.lines.length > 0) {
        this.#merge(path, { executable: source.lines.map(({ line }) => line), covered: [] })
      }
    }
  }

  #fileCoverage(path: string): FileCoverage {
    const { executable, covered } = this.#hits.get(path)!
    const ascending = (lines: Set<number>) => [...lines].sort((a, b) => a - b)
    return { path, executable: ascending(executable), covered: ascending(covered) }
  }

  #wantedPath(url: string): string | null {
    const path = pathOfUrl(url, this.#input.workspace ?? '/workspace')
    if (path === null) return null
    return (this.#wanted ? this.#wanted.has(path) : isCoverable(path)) ? path : null
  }

  async #source(path: string) {
    const known = this.#sources.get(path)
    if (known !== undefined) return known
    const text = await readSource(this.#input.root, path)
    const source = text === null ? null : { text, lines: executableLines(path, text) }
    this.#sources.set(path, source)
    return source
  }

  #merge(path: string, hits: LineHits) {
    const known = this.#hits.get(path)
    if (!known) {
      this.#hits.set(path, { executable: new Set(hits.executable), covered: new Set(hits.covered) })
      return
    }
    for (const line of hits.executable) known.executable.add(line)
    for (const line of hits.covered) known.covered.add(line)
  }
}

/** Source maps come from untrusted code; a malformed one measures nothing. */
function safely<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch {
    return null
  }
}
