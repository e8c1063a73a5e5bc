import { jsonOf } from '../../analyzers/json.ts'
import type { Snapshot } from '../../snapshots/snapshot.ts'

export interface PackageJson {
  isModule: boolean
  scripts: Record<string, string>
  dependencies: Set<string>
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  )
}

/** The root package.json, empty when there is none. */
export function packageJson(snapshot: Snapshot): PackageJson {
  const json = jsonOf(snapshot.read('package.json'))
  const groups = ['dependencies', 'devDependencies', 'peerDependencies'].map((name) =>
    texts(field(json, name))
  )
  return {
    isModule: field(json, 'type') === 'module',
    scripts: texts(field(json, 'scripts')),
    dependencies: new Set(groups.flatMap((group) => Object.keys(group))),
  }
}
