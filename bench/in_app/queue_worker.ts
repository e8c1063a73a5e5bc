import { setTimeout as wait } from 'node:timers/promises'
import { boot, say } from './boot.js'

/**
 * A worker as the product has it: bells, claims, leases, heartbeats, sweeper and settling are its own. Only
 * what a step does is replaced: it takes its time, so that the queue alone is measured.
 */
const stepMs = Number(process.argv[2])

const app = await boot()
const { steps } = await import('#workflows/steps/registry')
const { stepNames } = await import('#workflows/enums/step_name')
const { startWorker } = await import('#workflows/services/worker')
type Step = (typeof steps)['plan']

const taking =
  (decision: Awaited<ReturnType<Step>>['decision']): Step =>
  async () => {
    await wait(stepMs * (0.5 + Math.random()))
    return { decision }
  }
for (const name of stepNames) steps[name] = taking({ kind: 'advance' })
steps.publish = taking({ kind: 'finish', outcome: 'verified', reason: null, stepStatus: 'succeeded' })

const stop = await startWorker()
say('ready')
process.once('SIGTERM', async () => {
  await stop()
  await app.terminate()
})
