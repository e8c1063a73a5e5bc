import type { ExplainRequest } from '@agentops/engine/contract'
import type { OpenMap } from '#intelligence/services/open_map'
import { fetchSource, projectSource } from '#intelligence/services/project_source'
import { readBlobs } from '#projects/git/blobs'
import { readTree } from '#projects/git/tree'

export interface Place {
  path: string
  from: number
  to: number
}

export type Excerpt = ExplainRequest['excerpts'][number]

const MAX_BYTES = 2 ** 20
const MOST_CHARACTERS = 400
const LONGEST_EXCERPT = 40_000

/** The code at several places at the map's commit, in their order; those that are no text are left out. Throws `GitError`. */
export async function readPlaces(teamId: string, map: OpenMap, places: readonly Place[]): Promise<Excerpt[]> {
  const source = await projectSource(teamId, map.facts.projectId)
  const { commit } = map.facts
  await fetchSource(source, commit)
  const tree = { mirrorDir: source.mirrorDir, commit }
  const wanted = new Set(places.map(({ path }) => path))
  const files = (await readTree(tree)).entries.filter(
    ({ path, kind, size }) =>
      wanted.has(path) && size <= MAX_BYTES && (kind === 'file' || kind === 'executable')
  )
  const texts = new Map<string, string[]>()
  let at = 0
  for await (const blob of readBlobs({ ...tree, oids: files.map(({ oid }) => oid) }))
    texts.set(files[at++]!.path, blob.toString('utf8').split('\n'))
  return places.flatMap(({ path, from, to }) => {
    const lines = texts.get(path)
    if (!lines || from > lines.length) return []
    const shown = lines.slice(from - 1, to).map((line) => line.slice(0, MOST_CHARACTERS))
    return [{ path, from, text: shown.join('\n').slice(0, LONGEST_EXCERPT) }]
  })
}
