import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestRunner } from '@agentops/engine/contract'

/**
 * Vitest and Jest transform sources out of V8's sight, but can measure by themselves. Whatever script calls
 * them, this file is loaded first and adds the options; other programs are left alone.
 */
const hook = `'use strict'
const { existsSync, mkdirSync, realpathSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { isMainThread } = require('node:worker_threads')

const folder = join(__dirname, 'coverage')
const own = join(folder, 'runner-' + process.pid)

function installed(name) {
  for (let at = process.cwd(); ; at = dirname(at)) {
    if (existsSync(join(at, 'node_modules', name))) return true
    if (at === dirname(at)) return false
  }
}

function jest() {
  process.argv.push('--coverage', '--coverageReporters=json', '--coverageDirectory=' + own)
}

function vitest() {
  if (/^(bench|list|init|typecheck)$/.test(process.argv[2] ?? '')) return
  const providers = ['v8', 'istanbul'].filter((name) => installed('@vitest/coverage-' + name))
  if (providers.length === 0) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'no-provider'), '')
    return
  }
  process.argv.push('--coverage.enabled=true', '--coverage.reporter=json', '--coverage.reportsDirectory=' + own)
  process.argv.push('--coverage.reportOnFailure=true')
  if (providers.length === 1) process.argv.push('--coverage.provider=' + providers[0])
}

function mainScript() {
  try {
    return realpathSync(process.argv[1]).replaceAll('\\\\', '/')
  } catch {
    return ''
  }
}

if (isMainThread) {
  const script = mainScript()
  if (/\\/(jest|jest-cli)\\/bin\\/jest(\\.js)?$|\\/react-scripts\\/scripts\\/test\\.js$/.test(script)) jest()
  if (/\\/vitest\\/(vitest\\.mjs|dist\\/cli\\.m?js)$/.test(script)) vitest()
}
`

const hookFile = 'measure.cjs'
const hooked: TestRunner[] = ['vitest', 'jest']

/** Whether a runner has to measure by itself. */
export function measuresItself(runner: TestRunner | undefined): boolean {
  return runner !== undefined && hooked.includes(runner)
}

/**
 * Puts the hook into a run's output folder and answers with what the run's environment needs.
 * @param seenAs the output folder as the run sees it
 */
export async function hookEnvironment(outputDir: string, seenAs: string): Promise<Record<string, string>> {
  await writeFile(join(outputDir, hookFile), hook, { mode: 0o644 })
  return { NODE_OPTIONS: `--require="${seenAs}/${hookFile}"` }
}
