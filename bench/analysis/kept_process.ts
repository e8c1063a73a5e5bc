/**
 * Snapshots one after the other, as a running engine gets them: the first, then commits that touch five
 * files, then one that touches every file. `folder store files.json`; gives a list of rounds as JSON.
 */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyze } from '../../engine/src/analyzers/analyze.ts'
import { dropChildren, readingsSettled } from '../../engine/src/analyzers/processes/warm_children.ts'
import { diskSnapshot, type StoredFile } from '../../engine/src/snapshots/disk_snapshot.ts'
import { childrenOf, cpuMs } from '../measure/process_stats.ts'

export interface Round {
  name: string
  wallMs: number
  /** Of the engine's process and the one that reads, while the graph is made and kept. */
  cpuMs: number
}

const fives = 5
const [folder, store, list] = process.argv.slice(2)
let files: StoredFile[] = JSON.parse(readFileSync(list!, 'utf8'))
const isCode = ([path, size]: StoredFile) => /\.[cm]?[jt]sx?$/.test(path) && size < 100_000

/** Adds an exported name to files, which may change what other files mean. */
function touch(wanted: readonly StoredFile[], round: number): void {
  const names = new Set(wanted.map(([path]) => path))
  const line = `\nexport const added${round} = ${round}\n`
  for (const path of names) appendFileSync(join(folder!, path), line)
  files = files.map(
    ([path, size, hash]): StoredFile =>
      names.has(path) ? [path, size + line.length, `${round}${hash.slice(2)}${round}`] : [path, size, hash]
  )
}

const processorMs = () => [process.pid, ...childrenOf(process.pid)].reduce((sum, pid) => sum + cpuMs(pid), 0)

async function measured(name: string, round: number): Promise<Round> {
  const home = join(store!, `round${round}`)
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'index.json'), JSON.stringify(files))
  const [before, started] = [processorMs(), performance.now()]
  await analyze(diskSnapshot(`bench${round}`, folder!, files), home, new AbortController().signal)
  const wallMs = performance.now() - started
  await readingsSettled()
  return { name, wallMs, cpuMs: processorMs() - before }
}

const rounds: Round[] = [await measured('first', 0)]
for (let round = 1; round <= fives; round++) {
  const code = files.filter(isCode)
  const step = Math.max(1, Math.floor(code.length / 5))
  touch(code.filter((_, i) => i % step === round % step).slice(0, 5), round)
  rounds.push(await measured('five files', round))
}
touch(files.filter(isCode), fives + 1)
rounds.push(await measured('every file', fives + 1))
await dropChildren()
process.stdout.write(JSON.stringify(rounds))
