import { Session } from 'node:inspector'
import { pathToFileURL } from 'node:url'
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { type Described, describe, describeIterator } from './describe.mts'
import { resolveAs } from './resolve.mts'
import { shiftWorld } from './shift.mts'

/** What the main thread asks for: cases of one module, in the order of `order`. */
export interface Assignment {
  root: string
  casesFile: string
  target: string
  order: number[]
  shifted: boolean
  resolutions: Record<string, Record<string, string>>
}

interface Case {
  id: number
  args: () => unknown[]
  call: (args: unknown[]) => unknown
}

interface Recorded {
  id: number
  status: 'returned' | 'resolved' | 'threw' | 'rejected' | 'broken'
  value: Described | null
  before: Described
  after: Described
  blocks: [number, number][]
}

interface Coverage {
  result: {
    url: string
    functions: { ranges: { startOffset: number; endOffset: number; count: number }[] }[]
  }[]
}

async function main(assignment: Assignment): Promise<void> {
  const { root, casesFile, target, order, shifted, resolutions } = assignment
  resolveAs(root, resolutions)
  if (shifted) shiftWorld()
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const { cases } = (await import(pathToFileURL(casesFile).href)) as { cases: Case[] }
  const url = pathToFileURL(`${root}/${target}`).href
  for (const id of order) {
    const found = cases.find((item) => item.id === id)
    if (!found) continue
    parentPort?.postMessage({ starting: id })
    takeBlocks(session, url)
    const recorded = await record(found)
    parentPort?.postMessage({
      recorded: { ...recorded, blocks: takeBlocks(session, url) } satisfies Recorded,
    })
  }
}

async function record({ id, args, call }: Case): Promise<Omit<Recorded, 'blocks'>> {
  const none = { t: 'undefined' }
  let given: unknown[]
  try {
    given = args()
  } catch {
    return { id, status: 'broken', value: null, before: none, after: none }
  }
  const before = describe(given)
  let status: Recorded['status'] = 'returned'
  let value: Described
  try {
    let result = call(given)
    if (result instanceof Promise) {
      status = 'resolved'
      result = await result
    }
    value = describeIterator(result) ?? describe(result)
  } catch (error) {
    status = status === 'resolved' ? 'rejected' : 'threw'
    value = describe(error)
  }
  return { id, status, value, before, after: describe(given) }
}

/** Pieces of the target's source that ran since the last time it was asked. */
function takeBlocks(session: Session, url: string): [number, number][] {
  let coverage: Coverage | null = null
  session.post('Profiler.takePreciseCoverage', (_error, answer) => {
    coverage = answer as Coverage
  })
  const script = (coverage as Coverage | null)?.result.find((item) => item.url === url)
  const functions = (script?.functions ?? []).filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0)
  return functions.flatMap(({ ranges }) => executed(ranges)).slice(0, 500)
}

type Range = Coverage['result'][number]['functions'][number]['ranges'][number]

/** The parts of a function that ran: its range without the nested ranges that did not. */
function executed(ranges: Range[]): [number, number][] {
  const edges = [...new Set(ranges.flatMap(({ startOffset, endOffset }) => [startOffset, endOffset]))].sort(
    (a, b) => a - b
  )
  return edges.slice(0, -1).flatMap((from, at): [number, number][] => {
    const to = edges[at + 1]!
    // Ranges nest and inner ones come later, so the last that contains a piece decides.
    const inner = ranges.findLast(({ startOffset, endOffset }) => startOffset <= from && to <= endOffset)
    return inner && inner.count > 0 ? [[from, to]] : []
  })
}

if (!isMainThread) {
  try {
    await main(workerData as Assignment)
    parentPort?.postMessage({ done: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    parentPort?.postMessage({ unloadable: reason.split('\n')[0]!.slice(0, 300) })
  }
}
