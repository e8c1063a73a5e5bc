import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { analysis as analysisSchema } from '../../engine/contract/analysis.ts'
import { type CodeGraph, openGraph } from '../../engine/contract/graph/code_graph.ts'
import { readTypeScript } from '../../engine/src/analyzers/typescript/read.ts'
import { rounded } from '../measure/numbers.ts'
import { printTable, remark } from '../measure/table.ts'
import {
  dependencyCruiser,
  type Edges,
  edge,
  edgesAlone,
  inRunningEngine,
  madge,
  ours,
  type Run,
  textOf,
} from './contenders.ts'
import type { Round } from './kept_process.ts'
import { type BenchRepository, benchRepository } from './repository.ts'
import { typescriptEdges } from './typescript_oracle.ts'

/** The engine's analysis beside madge and dependency-cruiser: how fast, and whether the file edges are the same. */
export async function analysis() {
  const repository = benchRepository()
  try {
    const store = join(repository.folder, '.bench-store')
    const whole = await ours(repository, join(store, 'first'))
    const alone = await edgesAlone(repository)
    const others = [await dependencyCruiser(repository), await madge(repository)]
    const graph = graphIn(join(store, 'first'))
    printSpeed(repository, [whole, alone, ...others], whole)
    printWalk(repository)
    const read = withoutSetAside(repository, graph)
    printEdges(
      importEdges(read, graph),
      others.map((run) => within(read, run)),
      typescriptEdges(read)
    )
    // Last, because it changes files.
    printRounds(await inRunningEngine(repository, join(store, 'kept')), others)
  } finally {
    rmSync(repository.folder, { recursive: true, force: true })
  }
}

/** What a running engine takes, which keeps the process that reads for a while: the quickest of equal rounds. */
function printRounds(rounds: Round[], others: Run[]) {
  const slowest = others.find(({ name }) => name === 'dependency-cruiser')
  const rows = [...new Set(rounds.map(({ name }) => name))].map((name) => {
    const equal = rounds.filter((round) => round.name === name)
    const [wall, cpu] = [
      Math.min(...equal.map(({ wallMs }) => wallMs)),
      Math.min(...equal.map(({ cpuMs }) => cpuMs)),
    ]
    const ratio = slowest ? rounded(slowest.cpuMs / cpu, 1) : ''
    return [`${name} new`, rounded(wall / 1000, 2), rounded(cpu / 1000, 2), ratio]
  })
  printTable(
    'whole graph in a running engine, one snapshot after the other',
    ['', 'seconds', 'CPU s', 'dependency-cruiser’s CPU ÷ this'],
    rows
  )
}

function graphIn(store: string): CodeGraph {
  const name = readdirSync(store).find((file) => /^analysis\..*\.json$/.test(file))!
  return openGraph(analysisSchema.parse(JSON.parse(readFileSync(join(store, name), 'utf8'))).graph)
}

function printSpeed({ name, code, bytes }: BenchRepository, runs: Run[], whole: Run) {
  const rows = runs.map((run) => {
    if (run.code !== 0 && run.edges === null && run !== whole) return [run.name, 'failed', '', '', '', '']
    const seconds = run.wallMs / 1000
    return [
      run.name,
      rounded(seconds, 2),
      rounded(run.cpuMs / 1000, 2),
      rounded(code.length / seconds, 0),
      rounded(bytes / 1e6 / seconds, 2),
      rounded(run.cpuMs / whole.cpuMs, 1),
    ]
  })
  const heading = `analysis of ${name}: ${code.length} TypeScript and JavaScript files, ${rounded(bytes / 1e6)} MB`
  printTable(heading, ['', 'seconds', 'CPU s', 'files/s', 'MB/s', 'CPU × ours'], rows)
  remark(
    `Ours reads PHP, Python, SQL and Vue too, and makes entities, calls, routes and tables; the others make file edges. It has ${availableParallelism()} cores, they use one.`
  )
}

/** Parsing and walking alone, in one thread that has warmed up. */
function printWalk(repository: BenchRepository) {
  const texts = repository.code.map((path) => [path, textOf(repository, path)] as const)
  const small = texts.filter(([, text]) => text.length < 2 ** 20)
  const walk = () => {
    const started = process.cpuUsage()
    for (const [path, text] of small) readTypeScript(path, text)
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1e6
  }
  walk()
  const seconds = Math.min(walk(), walk(), walk())
  const megabytes = small.reduce((sum, [, text]) => sum + text.length, 0) / 1e6
  printTable(
    'full walk of one thread, by its processor time',
    ['', 'files/s', 'MB/s'],
    [
      [
        'parse, scopes, entities, references',
        rounded(small.length / seconds, 0),
        rounded(megabytes / seconds),
      ],
    ]
  )
}

/** Generated and minified files are listed but not read, so nobody's edges out of them are compared. */
function withoutSetAside(repository: BenchRepository, graph: CodeGraph): BenchRepository {
  const aside = new Set(graph.files.filter(({ skipped }) => skipped !== null).map(({ path }) => path))
  const code = repository.code.filter((path) => !aside.has(path))
  remark(
    `${repository.code.length - code.length} files are set aside (built, generated, minified, unreadable) and not compared.`
  )
  return { ...repository, code }
}

function within({ code }: BenchRepository, run: Run): Run {
  const known = new Set(code)
  const inside = [...(run.edges ?? [])].filter((pair) => pair.split(' ').every((path) => known.has(path)))
  return { ...run, edges: run.edges && new Set(inside) }
}

function importEdges({ code }: BenchRepository, graph: CodeGraph): Edges {
  const known = new Set(code)
  const edges: Edges = new Set()
  for (const { path, imports } of graph.files) {
    for (const { to } of imports) {
      if (to !== null && to !== path && known.has(path) && known.has(to)) edges.add(edge(path, to))
    }
  }
  return edges
}

const shown = 8

function printEdges(found: Edges, others: Run[], typescript: Edges) {
  const oracles: [string, Edges | null][] = [
    ['TypeScript’s resolver', typescript],
    ...others.map((run): [string, Edges | null] => [run.name, run.edges]),
  ]
  const rows = oracles.flatMap(([name, edges]) => {
    if (edges === null) return []
    const both = found.intersection(edges).size
    const percent = (of: number) => `${rounded((100 * both) / of, 2)} %`
    return [[name, edges.size, both, percent(edges.size), percent(found.size)]]
  })
  printTable(`file edges: ours ${found.size}`, ['beside', 'edges', 'in both', 'recall', 'precision'], rows)
  for (const [name, edges] of oracles) {
    for (const missing of [...(edges ?? new Set<string>()).difference(found)].slice(0, shown))
      remark(`only ${name}: ${missing}`)
  }
  for (const extra of [...found.difference(typescript)].slice(0, shown)) remark(`not TypeScript’s: ${extra}`)
}
