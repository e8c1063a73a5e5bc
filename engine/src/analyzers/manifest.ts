import { z } from 'zod'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { jsonOf } from './json.ts'

const names = z.record(z.string(), z.unknown()).catch({})

const packageJson = z.object({
  scripts: z.record(z.string(), z.string()).catch({}).default({}),
  dependencies: names.default({}),
  devDependencies: names.default({}),
  packageManager: z.string().optional().catch(undefined),
})

export interface PackageManifest {
  scripts: Record<string, string>
  /** Names of all dependencies, development ones too. */
  dependencies: Set<string>
  packageManager: string | null
}

/** The root package.json; null when there is none or it is not valid. */
export function packageManifest(snapshot: Snapshot): PackageManifest | null {
  const parsed = packageJson.safeParse(jsonOf(snapshot.read('package.json')))
  if (!parsed.success) return null
  const { scripts, dependencies, devDependencies, packageManager } = parsed.data
  return {
    scripts,
    dependencies: new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]),
    packageManager: packageManager ?? null,
  }
}

const entries = z.record(z.string(), z.unknown()).default({})

const installable = z.object({
  dependencies: entries,
  devDependencies: entries,
  optionalDependencies: entries,
  peerDependencies: entries,
  workspaces: z.unknown().optional(),
  scripts: entries,
})
const installScripts = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare']

/** Whether the root package.json is valid and names nothing that an installation would fetch, link or run. */
export function installsNothing(snapshot: Snapshot): boolean {
  const parsed = installable.safeParse(jsonOf(snapshot.read('package.json')))
  if (!parsed.success) return false
  const { workspaces, scripts, ...dependencies } = parsed.data
  if (workspaces !== undefined || installScripts.some((name) => name in scripts)) return false
  return Object.values(dependencies).every((list) => Object.keys(list).length === 0)
}

const composerJson = z.object({
  scripts: names.default({}),
  require: names.default({}),
  'require-dev': names.default({}),
})

export interface ComposerManifest {
  scripts: Set<string>
  dependencies: Set<string>
}

/** The root composer.json; null when there is none or it is not valid. */
export function composerManifest(snapshot: Snapshot): ComposerManifest | null {
  const parsed = composerJson.safeParse(jsonOf(snapshot.read('composer.json')))
  if (!parsed.success) return null
  return {
    scripts: new Set(Object.keys(parsed.data.scripts)),
    dependencies: new Set([...Object.keys(parsed.data.require), ...Object.keys(parsed.data['require-dev'])]),
  }
}

const pythonFiles = [
  'pyproject.toml',
  'requirements.txt',
  'requirements-dev.txt',
  'setup.cfg',
  'setup.py',
  'Pipfile',
  'tox.ini',
]

/** The first Python project file whose text matches, or null. */
export function pythonFileMatching(snapshot: Snapshot, pattern: RegExp): string | null {
  return pythonFiles.find((path) => pattern.test(snapshot.read(path) ?? '')) ?? null
}
