/**
 * `npm run bench`, or `npm run bench -- http live` for some of them. Measures; judges nothing and fails for
 * no number. Everything runs on loopback, on databases of its own in temporary folders.
 */
import { styleText } from 'node:util'
import { buildWhenStale } from '../bin/supervisor/build.ts'
import { Stop } from '../bin/supervisor/stop.ts'
import { analysis } from './analysis/analysis.ts'
import { http } from './http/http.ts'
import { live } from './live/live.ts'
import { printMachine } from './measure/machine.ts'
import { memory } from './memory/memory.ts'
import { queue } from './queue/queue.ts'
import { router } from './router/router.ts'
import { start } from './start/start.ts'
import { workflow } from './workflow/workflow.ts'

const benchmarks = { start, http, workflow, queue, live, memory, router: () => router(recording()), analysis }

/** `--recording=<file>` plays the router over other outcomes than the synthetic ones. */
function recording(): string | undefined {
  const prefix = '--recording='
  return process.argv.find((arg) => arg.startsWith(prefix))?.slice(prefix.length)
}

type Name = keyof typeof benchmarks

function wanted(args: string[]): Name[] {
  const names = Object.keys(benchmarks) as Name[]
  const unknown = args.find((arg) => !names.includes(arg as Name))
  if (unknown) throw new Stop(`There is no benchmark "${unknown}". There are: ${names.join(', ')}.`)
  return args.length > 0 ? (args as Name[]) : names
}

/** The build reads the environment's names but connects to nothing. */
const placeholders = {
  ...process.env,
  NODE_ENV: 'production',
  APP_KEY: 'only-for-the-build-only-for-the-build',
  APP_URL: 'http://localhost:3333',
  HOST: '127.0.0.1',
  PORT: '3333',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  ENGINE_URL: 'http://127.0.0.1:3334',
  DATA_DIR: '.data',
}

async function main() {
  const args = process.argv.slice(2)
  const asBuilt = args.includes('--as-built')
  const names = wanted(args.filter((arg) => !arg.startsWith('--')))
  // The router is played in this process, and the analysis reads source: both need no build.
  const builds = names.some((name) => name !== 'router' && name !== 'analysis')
  if (!asBuilt && builds) await buildWhenStale(placeholders)
  printMachine()
  for (const name of names) await benchmarks[name]()
}

main().catch((error) => {
  console.error(
    `\n${styleText('red', error instanceof Stop ? error.message : (error.stack ?? String(error)))}`
  )
  process.exit(1)
})
