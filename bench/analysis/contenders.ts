import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { root } from '../../bin/supervisor/paths.ts'
import type { Round } from './kept_process.ts'
import type { BenchRepository } from './repository.ts'
import { type Timed, timed } from './timed.ts'

/** `from to`, of files that lie in the repository. */
export type Edges = Set<string>

export const edge = (from: string, to: string) => `${from} ${to}`

export interface Run extends Timed {
  name: string
  edges: Edges | null
}

const tool = (name: string) => join(root, 'node_modules/.bin', name)

/** The engine's analysis in a fresh store, as after a first clone. */
export async function ours(repository: BenchRepository, store: string): Promise<Run> {
  mkdirSync(store, { recursive: true })
  const list = join(store, 'files.json')
  writeFileSync(list, JSON.stringify(repository.files))
  const script = join(root, 'bench/analysis/whole_analysis.ts')
  const run = await timed(process.execPath, [script, repository.folder, store, list], root)
  return { ...run, name: 'AgentOps, whole graph', edges: null }
}

/** Snapshots one after the other in one engine; gives its rounds. */
export async function inRunningEngine(repository: BenchRepository, store: string): Promise<Round[]> {
  mkdirSync(store, { recursive: true })
  const list = join(store, 'files.json')
  writeFileSync(list, JSON.stringify(repository.files))
  const script = join(root, 'bench/analysis/kept_process.ts')
  const run = await timed(process.execPath, [script, repository.folder, store, list], root)
  return JSON.parse(run.output) as Round[]
}

/** File edges and nothing else, by the same parser and resolver: the work that the other tools do. */
export async function edgesAlone({ folder, files }: BenchRepository): Promise<Run> {
  const list = join(folder, '.bench-files.json')
  writeFileSync(list, JSON.stringify(files))
  const run = await timed(process.execPath, [join(root, 'bench/analysis/edges_alone.ts'), folder, list], root)
  return { ...run, name: 'AgentOps, file edges alone', edges: null }
}

interface Cruise {
  modules: { source: string; dependencies: { resolved: string; couldNotResolve: boolean }[] }[]
}

export async function dependencyCruiser(repository: BenchRepository): Promise<Run> {
  const own = ['tsconfig.borders.json', 'tsconfig.json'].find((name) =>
    existsSync(join(repository.folder, name))
  )
  const config = join(repository.folder, '.bench-cruiser.cjs')
  const options = {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    ...(own ? { tsConfig: { fileName: own } } : {}),
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  }
  writeFileSync(config, `module.exports = { options: ${JSON.stringify(options)} }`)
  const args = ['--config', config, '--output-type', 'json', ...tops(repository)]
  const run = await timed(tool('depcruise'), args, repository.folder)
  const cruise = parsed<Cruise>(run.output)
  const edges =
    cruise &&
    edgesOf(
      repository,
      cruise.modules.flatMap(({ source, dependencies }) =>
        dependencies
          .filter(({ couldNotResolve }) => !couldNotResolve)
          .map(({ resolved }) => [source, resolved] as const)
      )
    )
  return { ...run, name: 'dependency-cruiser', edges }
}

export async function madge(repository: BenchRepository): Promise<Run> {
  const own = existsSync(join(repository.folder, 'tsconfig.json')) ? ['--ts-config', 'tsconfig.json'] : []
  const args = [
    '--json',
    '--extensions',
    'ts,tsx,mts,cts,js,jsx,mjs,cjs',
    ...own,
    '--exclude',
    'node_modules',
    '.',
  ]
  const run = await timed(tool('madge'), args, repository.folder)
  const found = parsed<Record<string, string[]>>(run.output)
  const edges =
    found &&
    edgesOf(
      repository,
      Object.entries(found).flatMap(([from, targets]) => targets.map((to) => [from, to] as const))
    )
  return { ...run, name: 'madge', edges }
}

/** Top folders and files that hold code: what the others are told to read. */
function tops({ code }: BenchRepository): string[] {
  return [...new Set(code.map((path) => path.split('/')[0]!))]
}

function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

function edgesOf({ code, folder }: BenchRepository, pairs: Iterable<readonly [string, string]>): Edges {
  const known = new Set(code)
  const edges: Edges = new Set()
  for (const [from, to] of pairs) {
    const [source, target] = [inside(folder, from), inside(folder, to)]
    if (known.has(source) && known.has(target) && source !== target) edges.add(edge(source, target))
  }
  return edges
}

/** A path in the repository. Links of installed workspaces lead to the original of the copy. */
export function inside(folder: string, path: string): string {
  const whole = posix.resolve(folder, path)
  const own = posix.relative(root, whole)
  return own.startsWith('..') ? posix.relative(folder, whole) : own
}

export const textOf = ({ folder }: BenchRepository, path: string) => readFileSync(join(folder, path), 'utf8')
