import type { DetectedCommand, TestRunner } from '../../contract/analysis.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { type PackageManifest, packageManifest } from './manifest.ts'
import { packageManagerOf } from './package_manager.ts'
import { isTestFile } from './test_files.ts'

interface Rule {
  runner: TestRunner
  /** What calling it looks like in a script. */
  called: RegExp
  /** A dependency that gives it away. */
  dependency: string | null
  /** How to run it when no script does. */
  command: string
}

const rules: Rule[] = [
  { runner: 'vitest', called: /\bvitest\b/, dependency: 'vitest', command: 'npx vitest run' },
  { runner: 'jest', called: /\b(jest|react-scripts test)\b/, dependency: 'jest', command: 'npx jest' },
  { runner: 'mocha', called: /\bmocha\b/, dependency: 'mocha', command: 'npx mocha' },
  { runner: 'ava', called: /\bava\b/, dependency: 'ava', command: 'npx ava' },
  {
    runner: 'japa',
    called: /\bace(\.js)? test\b|\bbin\/test\.[jt]s\b/,
    dependency: '@japa/runner',
    command: 'node bin/test.js',
  },
  { runner: 'node:test', called: /\bnode\b.*\s--test\b/, dependency: null, command: 'node --test' },
]

const placeholder = /no test specified/
const watching = /\s--watch(All)?\b(?!=false)/

/** Node projects: the `test` script first, then a runner among the dependencies, then node:test files. */
export function javascriptTests(snapshot: Snapshot): DetectedCommand | null {
  const manifest = packageManifest(snapshot)
  if (!manifest) return null
  return fromScript(snapshot, manifest) ?? fromDependency(snapshot, manifest) ?? fromFiles(snapshot)
}

function fromScript(snapshot: Snapshot, manifest: PackageManifest): DetectedCommand | null {
  const script = manifest.scripts.test
  if (!script || placeholder.test(script) || watching.test(script)) return null
  const body = expanded(script, manifest.scripts)
  const rule = rules.find(({ called }) => called.test(body)) ?? ruleByDependency(manifest)
  const command = `${packageManagerOf(snapshot).manager ?? 'npm'} ${runsByName(snapshot) ? 'test' : 'run test'}`
  const runner = rule?.runner ?? 'unknown'
  const calls = rule ? ` that runs ${rule.runner}` : ''
  return { command, runner, reason: `package.json has a "test" script${calls}: ${shortened(script)}` }
}

/** `bun test` is bun's own runner, not the script. */
function runsByName(snapshot: Snapshot): boolean {
  return packageManagerOf(snapshot).manager !== 'bun'
}

function fromDependency(snapshot: Snapshot, manifest: PackageManifest): DetectedCommand | null {
  const rule = ruleByDependency(manifest)
  if (!rule) return null
  const command = rule.runner === 'japa' ? japaCommand(snapshot) : rule.command
  return {
    command,
    runner: rule.runner,
    reason: `package.json depends on ${rule.dependency} and has no usable "test" script`,
  }
}

function japaCommand(snapshot: Snapshot): string {
  if (snapshot.has('ace.js')) return 'node ace test'
  return snapshot.has('bin/test.ts') ? 'node bin/test.ts' : 'node bin/test.js'
}

function fromFiles(snapshot: Snapshot): DetectedCommand | null {
  const file = snapshot.paths.find(
    (path) =>
      isTestFile(path) &&
      !path.includes('node_modules/') &&
      /['"]node:test['"]/.test(snapshot.read(path) ?? '')
  )
  return file ? { command: 'node --test', runner: 'node:test', reason: `${file} imports node:test` } : null
}

function ruleByDependency(manifest: PackageManifest): Rule | undefined {
  return rules.find(({ dependency }) => dependency !== null && manifest.dependencies.has(dependency))
}

/** A script with the scripts it calls spelled out, three levels deep. */
function expanded(script: string, scripts: Record<string, string>, depth = 3): string {
  if (depth === 0) return script
  return script.replace(/\b(?:npm|pnpm|yarn|bun)(?: run)? ([\w:.-]+)/g, (call, name: string) => {
    const body = Object.hasOwn(scripts, name) ? scripts[name] : undefined
    return body === undefined ? call : expanded(body, scripts, depth - 1)
  })
}

function shortened(script: string): string {
  return script.length > 80 ? `${script.slice(0, 79)}…` : script
}
