import type { Stack } from '../../contract/analysis.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { installsNothing, packageManifest } from './manifest.ts'

type Manager = NonNullable<Stack['packageManager']>
type Install = NonNullable<Stack['install']>

interface Rule {
  file: string
  manager: Manager
  command: string
}

/** The first file that is there decides. */
const rules: Rule[] = [
  { file: 'pnpm-lock.yaml', manager: 'pnpm', command: 'pnpm install --frozen-lockfile' },
  { file: 'yarn.lock', manager: 'yarn', command: 'yarn install --frozen-lockfile' },
  { file: 'bun.lock', manager: 'bun', command: 'bun install --frozen-lockfile' },
  { file: 'bun.lockb', manager: 'bun', command: 'bun install --frozen-lockfile' },
  { file: 'package-lock.json', manager: 'npm', command: 'npm ci' },
  { file: 'npm-shrinkwrap.json', manager: 'npm', command: 'npm ci' },
  { file: 'package.json', manager: 'npm', command: 'npm install' },
  { file: 'composer.json', manager: 'composer', command: 'composer install --no-interaction' },
  { file: 'uv.lock', manager: 'uv', command: 'uv sync --frozen' },
  { file: 'poetry.lock', manager: 'poetry', command: 'poetry install --no-interaction' },
  { file: 'requirements.txt', manager: 'pip', command: 'python3 -m pip install -r requirements.txt' },
  { file: 'pyproject.toml', manager: 'pip', command: 'python3 -m pip install .' },
  { file: 'go.mod', manager: 'go', command: 'go mod download' },
  { file: 'Cargo.toml', manager: 'cargo', command: 'cargo fetch' },
]

/** The package manager of the root folder and how it installs; nulls when nothing says, or nothing is to be installed. */
export function packageManagerOf(snapshot: Snapshot): { manager: Manager | null; install: Install | null } {
  const declared = /^(npm|pnpm|yarn|bun)@/.exec(packageManifest(snapshot)?.packageManager ?? '')?.[1]
  const byFile = rules.find(({ file }) => snapshot.has(file))
  const rule = rules.find(({ file, manager }) => manager === declared && snapshot.has(file)) ?? byFile
  if (!rule) return { manager: null, install: null }
  if (declared && rule.manager !== declared) {
    const reason = `package.json names ${declared} as its package manager`
    return { manager: declared as Manager, install: { command: `${declared} install`, reason } }
  }
  // Without a lockfile and without anything named, npm would spend a second on doing nothing.
  if (rule.file === 'package.json' && installsNothing(snapshot)) return { manager: 'npm', install: null }
  return {
    manager: rule.manager,
    install: { command: rule.command, reason: `the repository has ${rule.file}` },
  }
}
