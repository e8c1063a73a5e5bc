/** One analysis as the engine makes it, in a process that a benchmark can time: `folder store files.json`. */
import { readFileSync } from 'node:fs'
import { analyze } from '../../engine/src/analyzers/analyze.ts'
import { dropChildren, readingsSettled } from '../../engine/src/analyzers/processes/warm_children.ts'
import { diskSnapshot } from '../../engine/src/snapshots/disk_snapshot.ts'

const [folder, store, list] = process.argv.slice(2)
const snapshot = diskSnapshot('bench', folder!, JSON.parse(readFileSync(list!, 'utf8')))
const started = performance.now()
await analyze(snapshot, store!, new AbortController().signal)
process.stdout.write(String(performance.now() - started))
// What a next snapshot needs is part of the work.
await readingsSettled()
await dropChildren()
