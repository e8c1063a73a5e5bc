import type { DetectedCommand } from '../../contract/analysis.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { javascriptTests } from './test_command_javascript.ts'
import { goTests, phpTests, pythonTests, rustTests } from './test_command_other.ts'

/** How the repository's tests are run, with the reason; null when nothing in it says. */
export function detectTestCommand(snapshot: Snapshot): DetectedCommand | null {
  return (
    javascriptTests(snapshot) ??
    phpTests(snapshot) ??
    pythonTests(snapshot) ??
    goTests(snapshot) ??
    rustTests(snapshot)
  )
}
