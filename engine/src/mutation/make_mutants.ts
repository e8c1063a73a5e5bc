import type { Mutant, MutantsRequest } from '../../contract/mutation.ts'
import { isTestPath } from '../../contract/test_policy.ts'
import { WorkingTree } from '../generators/change/working_tree.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { mutantsOf, sampleOf } from './mutants.ts'

const source = /\.[cm]?[jt]sx?$/
const declaration = /\.d\.[cm]?ts$/
const largestFile = 300_000

/** A sample of mistakes to plant in the code as it is with the edits, and how many there would be in all. */
export function makeMutants(
  snapshot: Snapshot,
  { edits, places, most }: Omit<MutantsRequest, 'snapshot'>
): { mutants: Mutant[]; of: number } {
  const tree = new WorkingTree(snapshot)
  tree.apply(edits)
  const all = places.flatMap(({ path, lines }) => {
    if (!source.test(path) || declaration.test(path) || isTestPath(path)) return []
    const text = tree.read(path)
    return text === undefined || text.length > largestFile ? [] : mutantsOf(path, text, lines)
  })
  return { mutants: sampleOf(all, most), of: all.length }
}
