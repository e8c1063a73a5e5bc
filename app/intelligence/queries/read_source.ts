import { nodeOf } from '#intelligence/queries/node_ref'
import type { OpenMap } from '#intelligence/services/open_map'
import { fetchSource, projectSource } from '#intelligence/services/project_source'
import { type LogEntry, readFileLog } from '#projects/git/history'
import { readFileAt } from '#projects/git/read_file'
import NotFoundException from '#shared/exceptions/not_found_exception'

export interface SourceInput {
  teamId: string
  map: OpenMap
  path: string
  from?: number
  to?: number
}

export interface SourceAnswer {
  path: string
  commit: string
  /** 1-based number of the first line of `lines`. */
  from: number
  lines: string[]
  /** Of the whole file. */
  total: number
}

const MOST_LINES = 600
const MOST_CHARACTERS = 400

/** This machine's copy of the repository, with the map's commit in it. Throws `GitError`. */
async function mirrorOf({ teamId, map }: SourceInput) {
  const source = await projectSource(teamId, map.facts.projectId)
  await fetchSource(source, map.facts.commit)
  return { mirrorDir: source.mirrorDir, commit: map.facts.commit }
}

/**
 * Lines of a file as they were at the map's commit, at most 600 and each cut at 400 characters.
 *
 * @throws NotFoundException for a file that the map does not have, GitError
 */
export async function readSource(input: SourceInput): Promise<SourceAnswer> {
  const { map, path } = input
  nodeOf(map, path)
  const text = await readFileAt({ ...(await mirrorOf(input)), path })
  if (text === null) throw new NotFoundException('text file')
  const all = text.split('\n')
  const from = Math.min(input.from ?? 1, all.length)
  const to = Math.min(input.to ?? all.length, from + MOST_LINES - 1)
  const lines = all.slice(from - 1, to).map((line) => line.slice(0, MOST_CHARACTERS))
  return { path, commit: map.facts.commit, from, lines, total: all.length }
}

/** The newest commits that touched the lines, or the whole file where none are named; throws as `readSource`. */
export async function readHistory(input: SourceInput): Promise<LogEntry[]> {
  const { map, path, from, to } = input
  const lines = from && to ? { from, to } : null
  const file = map.graph.files[nodeOf(map, path)]
  if (!file) throw new NotFoundException('file on the map')
  const within = lines && lines.from <= lines.to && lines.to <= Math.max(1, file.lines) ? lines : null
  return readFileLog(await mirrorOf(input), path, within)
}
