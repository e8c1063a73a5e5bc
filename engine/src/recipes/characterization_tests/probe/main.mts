import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Assignment } from './worker.mts'

/** The engine's order, beside this script as `order.json`. */
interface Order {
  marker: string
  /** `groups` holds, beside each id, the number of the function it calls. */
  modules: { target: string; cases: string; ids: number[]; groups: number[] }[]
  resolutions: Record<string, Record<string, string>>
}

const caseTimeout = 1_000
/** A function that hangs this often is left alone from then on. */
const maxStopsPerGroup = 2
const deadline = Date.now() + Number(process.argv[3] ?? '60') * 1_000

const here = fileURLToPath(new URL('.', import.meta.url))
const order = JSON.parse(readFileSync(`${here}order.json`, 'utf8')) as Order
const mode = process.argv[2] ?? 'plain'
const results: unknown[] = []
const unloadable: { target: string; reason: string }[] = []
const stops = new Map<number, number>()

for (const module of order.modules) {
  const groupOf = new Map(module.ids.map((id, at) => [id, module.groups[at]!]))
  const isLeftAlone = (id: number) => (stops.get(groupOf.get(id)!) ?? 0) >= maxStopsPerGroup
  let ids = mode === 'reversed' ? module.ids.toReversed() : module.ids
  while (ids.length > 0 && Date.now() < deadline) {
    const next = await run(module, ids, (id) =>
      stops.set(groupOf.get(id)!, (stops.get(groupOf.get(id)!) ?? 0) + 1)
    )
    ids = ids.slice(next).filter((id) => !isLeftAlone(id))
  }
}
// One line, told by its marker: the code under test may print whatever it likes.
process.stdout.write(`\n${order.marker}${JSON.stringify({ results, unloadable })}\n`, () => process.exit(0))

/** Runs cases in a thread of their own; answers where to go on when one had to be stopped. */
function run(module: Order['modules'][number], ids: number[], onStop: (id: number) => void): Promise<number> {
  const data: Assignment = {
    root: process.cwd(),
    casesFile: `${here}${module.cases}`,
    target: module.target,
    order: ids,
    shifted: mode === 'shifted',
    resolutions: order.resolutions,
  }
  const worker = new Worker(new URL('./worker.mts', import.meta.url), {
    workerData: data,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 192 },
  })
  return new Promise((resolve) => {
    let at = 0
    let current: number | null = null
    const end = (next: number) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      worker.on('error', () => {})
      void worker.terminate().then(() => resolve(next))
    }
    const stopped = (status: string) => {
      if (current === null) {
        unloadable.push({ target: module.target, reason: `loading it ended with ${status}` })
        return end(ids.length)
      }
      results.push({ id: current, status })
      onStop(current)
      end(at + 1)
    }
    let timer = setTimeout(() => stopped('timeout'), caseTimeout * 4)
    worker.on(
      'message',
      (message: { starting?: number; recorded?: unknown; unloadable?: string; done?: boolean }) => {
        clearTimeout(timer)
        timer = setTimeout(() => stopped('timeout'), caseTimeout)
        if (message.starting !== undefined) {
          current = message.starting
          at = ids.indexOf(message.starting)
        } else if (message.recorded) results.push(message.recorded)
        else if (message.done) end(ids.length)
        else if (message.unloadable !== undefined) {
          unloadable.push({ target: module.target, reason: message.unloadable })
          end(ids.length)
        }
      }
    )
    worker.on('error', () => stopped('crashed'))
    worker.on('exit', () => stopped('exited'))
  })
}
