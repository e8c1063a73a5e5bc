import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Assignment } from './worker.mts'

/** The engine's order, beside this script as `order.json`. */
interface Order {
  marker: string
  modules: { target: string; cases: string; ids: number[] }[]
  resolutions: Record<string, Record<string, string>>
}

const caseTimeout = 1_500
const maxTimeouts = 6
const deadline = Date.now() + Number(process.argv[3] ?? '60') * 1_000

const here = fileURLToPath(new URL('.', import.meta.url))
const order = JSON.parse(readFileSync(`${here}order.json`, 'utf8')) as Order
const mode = process.argv[2] ?? 'plain'
const results: unknown[] = []
const unloadable: { target: string; reason: string }[] = []
let timeouts = 0

for (const module of order.modules) {
  const ids = mode === 'reversed' ? module.ids.toReversed() : module.ids
  for (let start = 0; start < ids.length && Date.now() < deadline; ) start = await run(module, ids, start)
}
// One line, told by its marker: the code under test may print whatever it likes.
process.stdout.write(`\n${order.marker}${JSON.stringify({ results, unloadable })}\n`, () => process.exit(0))

/** Runs cases in a thread of their own; answers where to go on when one had to be stopped. */
function run(module: Order['modules'][number], ids: number[], start: number): Promise<number> {
  const data: Assignment = {
    root: process.cwd(),
    casesFile: `${here}${module.cases}`,
    target: module.target,
    order: ids,
    start,
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
    let at = start
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
      if (status === 'timeout' && ++timeouts >= maxTimeouts) return end(ids.length)
      end(at + 1)
    }
    let timer = setTimeout(() => stopped('timeout'), caseTimeout * 4)
    worker.on('message', (message: { starting?: number; recorded?: unknown; unloadable?: string; done?: boolean }) => {
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
    })
    worker.on('error', () => stopped('crashed'))
    worker.on('exit', () => stopped('exited'))
  })
}
