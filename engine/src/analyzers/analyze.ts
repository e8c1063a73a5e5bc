import { randomUUID } from 'node:crypto'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Analysis, analysis as analysisSchema } from '../../contract/analysis.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { readIsolated } from './isolated.ts'
import { factsVersion } from './reading/facts_file.ts'
import { detectStack } from './stack.ts'

/** Part of the stored file's name: raise it whenever the same facts would be linked differently. */
const analyzerVersion = 3

const factsName = `facts.v${factsVersion}.zst`
/** Earlier snapshots whose facts are looked at; the newest are the likeliest to share files. */
const mostKnown = 2

/**
 * Stack and code graph of a stored snapshot, kept beside it for the next call. Only files that no
 * recent snapshot of the team holds are parsed. Throws only when `signal` aborts.
 * @param folder the snapshot's own folder in the store
 */
export async function analyze(snapshot: Snapshot, folder: string, signal: AbortSignal): Promise<Analysis> {
  const file = join(folder, `analysis.v${analyzerVersion}.${factsVersion}.json`)
  const stored = await readFile(file, 'utf8').catch(() => null)
  const parsed = stored === null ? null : analysisSchema.safeParse(JSON.parse(stored))
  if (parsed?.success) return parsed.data
  const part = `${file}.${randomUUID()}`
  const places = {
    owner: dirname(folder),
    known: await earlierFacts(folder, snapshot),
    facts: join(folder, factsName),
    graph: `${part}.graph`,
    // Beside the folder of all teams' snapshots.
    compileCache: join(folder, '../../../compiled'),
  }
  try {
    const graph = await readIsolated(snapshot, places, signal)
    const text = `{"stack":${JSON.stringify(detectStack(snapshot))},"graph":${graph}}`
    await writeFile(part, text, { mode: 0o600 })
    await rename(part, file)
    return analysisSchema.parse(JSON.parse(text))
  } finally {
    await rm(places.graph, { force: true })
    await rm(part, { force: true })
  }
}

/** Facts files of the team's snapshots that share most paths with this one; its own, when it has one, last. */
async function earlierFacts(folder: string, snapshot: Snapshot): Promise<string[]> {
  const team = dirname(folder)
  const found: { path: string; shared: number }[] = []
  for (const name of await recentFolders(team, basename(folder))) {
    const index = await readFile(join(team, name, 'index.json'), 'utf8').catch(() => '[]')
    const paths: [string, number, string][] = JSON.parse(index)
    const shared = paths.filter(([path, , hash]) => snapshot.hash(path) === hash).length
    if (shared > 0) found.push({ path: join(team, name, factsName), shared })
  }
  found.sort((a, b) => a.shared - b.shared)
  return [...found.slice(-mostKnown).map(({ path }) => path), join(folder, factsName)]
}

async function recentFolders(team: string, own: string): Promise<string[]> {
  const folders: { name: string; at: number }[] = []
  for (const name of await readdir(team).catch(() => [])) {
    const facts = name === own ? null : await stat(join(team, name, factsName)).catch(() => null)
    if (facts) folders.push({ name, at: facts.mtimeMs })
  }
  return folders
    .sort((a, b) => b.at - a.at)
    .slice(0, 8)
    .map(({ name }) => name)
}
