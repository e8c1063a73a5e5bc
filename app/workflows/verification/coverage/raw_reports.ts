import { constants } from 'node:fs'
import { open, opendir } from 'node:fs/promises'
import { join } from 'node:path'
import type { EncodedSourceMap } from '@jridgewell/trace-mapping'
import type { Range } from './segments.js'

export type RawScript = { url: string; functions: { ranges: Range[] }[] }
export type CachedMap = { lineLengths: number[]; data: EncodedSourceMap }
export type RawReport = { scripts: RawScript[]; maps: Map<string, CachedMap> }

/** `work`: characters of source maps and lines of sources gone through, over all reports. */
export type RawLimits = { files: number; fileBytes: number; totalBytes: number; work: number }

const mebibyte = 1024 ** 2
/** One report is held at a time; its parsed form takes several times its bytes. */
export const rawLimits: RawLimits = {
  files: 1000,
  fileBytes: 48 * mebibyte,
  totalBytes: 512 * mebibyte,
  work: 100_000_000,
}

/**
 * The scripts that `accept` wants by their URL from the reports of each process under NODE_V8_COVERAGE,
 * one report after the other. The folder was written by untrusted code: links, pipes, broken and oversized files are passed over.
 */
export async function* readRawReports(
  folder: string,
  accept: (url: string) => boolean,
  limits = rawLimits
): AsyncGenerator<RawReport> {
  let bytes = 0
  let files = 0
  for (const name of await reportNames(folder, limits.files * 10)) {
    if (files++ >= limits.files) return
    const text = await readRegularFile(
      join(folder, name),
      Math.min(limits.fileBytes, limits.totalBytes - bytes)
    )
    bytes += text?.length ?? 0
    const report = text === null ? null : parse(text, accept)
    if (report) yield report
  }
}

async function reportNames(folder: string, limit: number): Promise<string[]> {
  const names: string[] = []
  const entries = await opendir(folder).catch(() => null)
  if (!entries) return names
  for await (const entry of entries) {
    if (entry.isFile() && /^coverage-.*\.json$/.test(entry.name)) names.push(entry.name)
    if (names.length >= limit) break
  }
  return names.sort()
}

/** Null unless it is a regular file of at most `maxBytes`; never follows a link, never blocks on a pipe. */
export async function readRegularFile(path: string, maxBytes: number): Promise<string | null> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  const file = await open(path, flags).catch(() => null)
  if (!file) return null
  try {
    const { size, ...stat } = await file.stat()
    return (stat.mode & constants.S_IFMT) === constants.S_IFREG && size <= maxBytes
      ? await file.readFile('utf8')
      : null
  } finally {
    await file.close()
  }
}

function parse(text: string, accept: (url: string) => boolean): RawReport | null {
  try {
    const report: { result?: RawScript[]; 'source-map-cache'?: Record<string, unknown> } = JSON.parse(text)
    const wanted =
      report.result?.filter((script) => typeof script?.url === 'string' && accept(script.url)) ?? []
    const maps = Object.entries(report['source-map-cache'] ?? {})
    return { scripts: wanted.filter(isScript), maps: new Map(maps.filter(isCachedMap)) }
  } catch {
    return null
  }
}

function isCachedMap(entry: [string, unknown]): entry is [string, CachedMap] {
  const map = entry[1] as Partial<CachedMap> | null
  return (
    Array.isArray(map?.lineLengths) &&
    typeof map.data?.mappings === 'string' &&
    Array.isArray(map.data.sources)
  )
}

function isScript(script: RawScript): boolean {
  return (
    Array.isArray(script.functions) &&
    script.functions.every((fn) => Array.isArray(fn?.ranges) && fn.ranges.every(isRange))
  )
}

function isRange(range: Range | null): boolean {
  return (
    Number.isSafeInteger(range?.startOffset) &&
    Number.isSafeInteger(range?.endOffset) &&
    Number.isFinite(range?.count)
  )
}
