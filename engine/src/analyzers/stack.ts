import type { Stack } from '../../contract/analysis.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { frameworksOf } from './frameworks.ts'
import { languageOf } from './languages.ts'
import { packageManagerOf } from './package_manager.ts'
import { setAsideByPath } from './set_aside.ts'
import { detectTestCommand } from './test_command.ts'

/** What a repository is made of and how it is installed and tested, read from its files alone. */
export function detectStack(snapshot: Snapshot): Stack {
  const { manager, install } = packageManagerOf(snapshot)
  return {
    languages: languagesOf(snapshot),
    frameworks: frameworksOf(snapshot),
    packageManager: manager,
    test: detectTestCommand(snapshot),
    install,
  }
}

/** Most bytes first; built, vendored and unknown files are not counted. */
function languagesOf(snapshot: Snapshot): Stack['languages'] {
  const byName = new Map<string, Stack['languages'][number]>()
  for (const path of snapshot.paths) {
    const name = languageOf(path)
    const bytes = snapshot.size(path) ?? 0
    if (name === 'Other' || setAsideByPath(path, bytes)) continue
    const entry = byName.get(name) ?? { name, files: 0, bytes: 0 }
    byName.set(name, { name, files: entry.files + 1, bytes: entry.bytes + bytes })
  }
  return [...byName.values()].sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1))
}
