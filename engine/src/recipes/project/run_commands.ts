import type { JsRunner } from './runners.ts'
import type { TestProject } from './test_project.ts'

/** A command that runs given test files and reports on each case in a form that can be read. */
export interface RunCommand {
  argv: string[]
  env: Record<string, string>
}

const reporters: Record<JsRunner, string[]> = {
  'node:test': ['--test-reporter=tap'],
  vitest: ['run', '--reporter=json'],
  jest: ['--json', '--runTestsByPath'],
  mocha: ['--reporter', 'json'],
  ava: ['--tap'],
  japa: ['--reporters=ndjson'],
}

/** Runs test files with the project's own runner, with the flags its `test` script passes to Node. */
export function runCommand(project: TestProject, files: readonly string[]): RunCommand {
  const script = testScript(project)
  const env = environmentOf(script)
  const { runner } = project
  if (runner === 'node:test') {
    return { argv: ['node', ...nodeFlags(script), '--test', ...reporters[runner], ...files], env }
  }
  if (runner === 'japa') {
    return {
      argv: [...japaCommand(script), ...reporters[runner], ...files.flatMap((file) => ['--files', file])],
      env,
    }
  }
  return { argv: [`node_modules/.bin/${runner}`, ...reporters[runner], ...files], env }
}

/** Runs the whole of the project's tests as it does itself. */
export function wholeSuite(command: string | undefined): string[] {
  return ['sh', '-c', command ?? 'node --test']
}

function testScript({ manifest }: TestProject): string {
  const script = manifest.scripts.test ?? ''
  const called = /^(?:npm|pnpm|yarn)(?: run)? ([\w:.-]+)$/.exec(script)?.[1]
  return ((called && manifest.scripts[called]) || script).slice(0, 2_000)
}

function environmentOf(script: string): Record<string, string> {
  const start = /^(?:cross-env\s+)?((?:[A-Z_][A-Z0-9_]*=(?:"[^"]*"|'[^']*'|\S+)\s+)+)/.exec(script)?.[1] ?? ''
  const pairs = [...start.matchAll(/([A-Z_][A-Z0-9_]*)=(?:"([^"]*)"|'([^']*)'|(\S+))/g)]
  return Object.fromEntries(
    pairs.map(([, name, double, single, bare]) => [name!, double ?? single ?? bare ?? ''])
  )
}

const valueFlags = new Set([
  '--import',
  '--require',
  '-r',
  '--loader',
  '--experimental-loader',
  '--conditions',
  '-C',
  '--env-file',
])

/** Flags of `node … --test …` that change how files are loaded; those of the run itself are ours. */
function nodeFlags(script: string): string[] {
  const words = /\bnode\s+(.*)$/.exec(script)?.[1]?.split(/\s+/) ?? []
  const flags: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!.replace(/^['"]|['"]$/g, '')
    if (/^(&&|\|\||;|\|)$/.test(word)) break
    if (!word.startsWith('-') || /^--(test|watch|experimental-test|enable-source-maps)/.test(word)) continue
    flags.push(word)
    if (valueFlags.has(word) && words[at + 1]) flags.push(words[++at]!)
  }
  return flags
}

function japaCommand(script: string): string[] {
  const words = script.replace(/^(?:cross-env\s+)?(?:[A-Z_][A-Z0-9_]*=\S+\s+)*/, '').split(/\s+/)
  const simple = words[0] === 'node' && !/[&|;<>$`]/.test(script)
  return simple ? words : ['node', 'bin/test.js']
}
