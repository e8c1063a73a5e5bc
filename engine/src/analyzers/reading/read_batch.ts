import type { Snapshot } from '../../snapshots/snapshot.ts'
import { noFacts } from '../facts/facts.ts'
import { factsKey } from './facts_file.ts'
import type { Mark } from './marks.ts'
import { readFacts } from './read_file.ts'

/** Reads files one after the other; gives their lines for the facts file. */
export function readBatch(snapshot: Snapshot, paths: readonly string[], mark: Mark): string {
  return paths
    .map((path) => {
      mark.set(path)
      const text = snapshot.read(path)
      const facts = text === undefined ? noFacts(0, 'binary file') : readFacts(path, text)
      return `${factsKey(path, snapshot.hash(path) ?? '')} ${JSON.stringify(facts)}\n`
    })
    .join('')
}
