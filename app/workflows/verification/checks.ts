import { CapturedOutput } from './captured_output.js'
import type { PhaseInput } from './test_phase.js'

/** Something the project itself checks its code with, beside its tests. */
export type Check = { name: 'lint' | 'types'; command: string }
export type CheckRun = { name: Check['name']; command: string; exitCode: number | null; output: string }

/** `newly`: it fails with the change and did not before. */
export type CheckResult = Check & {
  state: 'passes' | 'fails newly' | 'fails as before' | 'mended'
  output: string
}

const names: [Check['name'], RegExp][] = [
  ['lint', /^(lint|eslint|biome|lint:check)$/],
  ['types', /^(typecheck|type-check|types|check-types|types:check|tsc)$/],
]
/** Scripts that change files say nothing about them. */
const writes = /--fix\b|--write\b/
const maxOutput = 4_000

/** What the scripts of a package.json offer; none where it can not be read. */
export function checksIn(packageJson: string | null, run: (script: string) => string): Check[] {
  const scripts = scriptsOf(packageJson)
  return names.flatMap(([name, pattern]) => {
    const script = Object.keys(scripts).find((key) => pattern.test(key) && !writes.test(scripts[key]!))
    return script ? [{ name, command: run(script) }] : []
  })
}

function scriptsOf(text: string | null): Record<string, string> {
  try {
    const { scripts } = JSON.parse(text ?? '{}') as { scripts?: Record<string, unknown> }
    const entries = Object.entries(scripts ?? {})
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    )
  } catch {
    return {}
  }
}

/** Runs each check on a checkout whose dependencies are installed, without network. */
export async function runChecks(
  input: PhaseInput,
  dir: string,
  checks: readonly Check[]
): Promise<CheckRun[]> {
  const runs: CheckRun[] = []
  for (const { name, command } of checks) {
    input.onPhase?.(`Running ${name === 'lint' ? 'the linter' : 'the type check'}: ${command}`)
    const output = new CapturedOutput(maxOutput)
    const result = await input.sandbox.run(
      {
        workdir: dir,
        argv: ['sh', '-c', command],
        limits: input.limits,
        network: { kind: 'none' },
        ...(input.readOnlyMounts && { readOnlyMounts: input.readOnlyMounts }),
      },
      {
        signal: input.signal,
        onOutput: ({ stream, text }) => {
          output.write(text)
          input.onOutput?.(stream, text)
        },
      }
    )
    runs.push({ name, command, exitCode: result.exitCode, output: output.text() })
  }
  return runs
}

/** A check whose tool is not there fails on both sides, and so says nothing about the change. */
export function compareChecks(before: readonly CheckRun[], after: readonly CheckRun[]): CheckResult[] {
  return after.map(({ name, command, exitCode, output }) => {
    const failed = exitCode !== 0
    const failedBefore = before.find((run) => run.name === name)?.exitCode !== 0
    const state = failed
      ? failedBefore
        ? 'fails as before'
        : 'fails newly'
      : failedBefore
        ? 'mended'
        : 'passes'
    return { name, command, state, output: failed ? output : '' }
  })
}
