import {
  MOST_PASSAGES,
  type Passage,
  passagesOf,
  speakingFiles,
} from '#intelligence/services/meaning_passages'
import type { OpenMap } from '#intelligence/services/open_map'
import { fetchSource, projectSource } from '#intelligence/services/project_source'
import { readBlobs } from '#projects/git/blobs'
import { readTree } from '#projects/git/tree'

const MAX_BYTES = 2 ** 20

/** What every entity of a map says, by the code at the map's commit. Throws `GitError`. */
export async function readPassages(teamId: string, map: OpenMap, signal: AbortSignal): Promise<Passage[]> {
  const { projectId, commit } = map.facts
  const source = await projectSource(teamId, projectId)
  await fetchSource(source, commit, signal)
  const tree = { mirrorDir: source.mirrorDir, commit, signal }
  const oids = new Map<string, string>()
  for (const { path, oid, kind, size } of (await readTree(tree)).entries)
    if (size <= MAX_BYTES && (kind === 'file' || kind === 'executable')) oids.set(path, oid)
  const files = speakingFiles(map).filter(({ file }) => oids.has(file.path))
  const passages: Passage[] = []
  const wanted = files.map(({ file }) => oids.get(file.path)!)
  let at = 0
  for await (const blob of readBlobs({ ...tree, oids: wanted }))
    passages.push(...passagesOf(files[at++]!, blob.toString('utf8')))
  return passages.slice(0, MOST_PASSAGES)
}
