import { type Analysis, type FileEdit, isTestPath, pathsOf } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { exportTree } from '#projects/git/checkout'
import { applyPatch, createPatch } from '#projects/git/patch'
import { readFileAt } from '#projects/git/read_file'
import { SandboxError } from '#workflows/sandbox/contract'
import { latestArtifact } from '#workflows/services/artifacts'
import { plantMistakes } from '#workflows/services/plant_mistakes'
import { prepareMirror } from '#workflows/services/prepare_mirror'
import type { RunSettings } from '#workflows/services/run_settings'
import { installNetwork, packageCache, sandbox } from '#workflows/services/sandbox'
import { requiredJson, storedJson } from '#workflows/services/step_artifacts'
import type { BaseRecord, EditsRecord } from '#workflows/services/step_records'
import type { TestCommand } from '#workflows/services/test_command'
import { type StepContext, StepFailure } from '#workflows/steps/step_context'
import { changedLines } from '#workflows/verification/changed_lines'
import { type Check, checksIn } from '#workflows/verification/checks'
import { isCoverable } from '#workflows/verification/coverage/coverable'
import { compareProposed } from '#workflows/verification/proposed'
import { withStrength } from '#workflows/verification/rule'
import type { Strength } from '#workflows/verification/strength'
import type { PhaseInput } from '#workflows/verification/test_phase'
import { type BaseRun, type Verification, verifyPatch } from '#workflows/verification/verify'

/** For mistakes planted around the change. */
const STRENGTH = { most: 20, budgetMs: 60_000 }

/**
 * Everything that is found out about a change: the tests without it and with it, its own tests alone, the
 * project's checks, and how much the tests notice.
 */
export class ChangeVerification {
  constructor(
    private context: StepContext,
    private settings: RunSettings,
    private test: TestCommand
  ) {}

  async run(): Promise<Verification & { known: boolean }> {
    const { context, test } = this
    const { mirrorDir } = context.workspace
    const commit = await prepareMirror(context)
    const patch = await withTeam(context.lease.teamId, (trx) =>
      latestArtifact(trx, context.lease.workflowId, 'patch')
    )
    if (!patch) throw new Error('there is no patch to test')
    const text = patch.body.toString()
    const { edits, proposed = [] } = await requiredJson<EditsRecord>(context, 'edits')
    const checks = await this.#checks(commit)
    const cachedBase = await this.#knownBase(checks)
    const [baseDir, patchedDir] = [await this.#folder('base'), await this.#folder('patched')]
    for (const dir of cachedBase ? [patchedDir] : [baseDir, patchedDir])
      await exportTree({ mirrorDir, commit, into: dir })
    await applyPatch({ dir: patchedDir, patch: text })
    const testsAloneDir = await this.#testsAlone(commit, edits)

    context.log.note('Running the tests')
    const phase = await this.#phase()
    const sides = { baseDir, patchedDir, ...(testsAloneDir && { testsAloneDir }) }
    const { command, install } = test
    const found = await verifyPatch({ ...phase, ...sides, command, install, checks, cachedBase }).catch(
      explain
    )
    const verdict = withStrength(found.verdict, {
      strength:
        found.verdict.ruling === 'green' ? await this.#strength(phase, patchedDir, text, edits, found) : null,
      strengthBefore: await storedJson<Strength>(context, 'strength'),
    })
    const proposedTests = compareProposed(verdict, proposed, edits)
    return {
      ...found,
      verdict: proposedTests.length > 0 ? { ...verdict, proposedTests } : verdict,
      known: cachedBase !== undefined,
    }
  }

  #folder(name: string) {
    return this.context.workspace.folder(name)
  }

  /** What the tests said of the pinned commit, if somebody has asked them already. */
  async #knownBase(checks: Check[]): Promise<BaseRun | undefined> {
    const record = await storedJson<BaseRecord>(this.context, 'base_run')
    const { baseCommit } = this.context.workflow
    const same = record?.command === this.test.command && record.commit === baseCommit
    return same && (checks.length === 0 || record.base.checks) ? record.base : undefined
  }

  async #checks(commit: string): Promise<Check[]> {
    const { mirrorDir } = this.context.workspace
    const { stack } = await requiredJson<Analysis>(this.context, 'analysis')
    const manager = stack.packageManager ?? 'npm'
    const text = await readFileAt({ mirrorDir, commit, path: 'package.json' })
    return checksIn(text, (script) => `${manager} run ${script}`)
  }

  /** Where a patch changes tests and other code, its tests without the rest show what they prove. */
  async #testsAlone(commit: string, edits: FileEdit[]): Promise<string | null> {
    const own = edits.filter((edit) => edit.kind === 'write' && isTestPath(edit.path))
    if (own.length === 0 || own.length === edits.length) return null
    const { mirrorDir } = this.context.workspace
    const { patch, files } = await createPatch({ mirrorDir, commit, edits: own })
    if (files.length === 0) return null
    const dir = await this.#folder('tests-alone')
    await exportTree({ mirrorDir, commit, into: dir })
    await applyPatch({ dir, patch })
    return dir
  }

  async #strength(phase: PhaseInput, dir: string, patch: string, edits: FileEdit[], found: Verification) {
    const { verdict, coverage } = found
    const places = changedLines(patch).filter(({ path }) => !isTestPath(path))
    if (places.length === 0 || !this.test.command) return null
    return plantMistakes(this.context, {
      phase,
      dir,
      command: this.test.command,
      edits,
      places,
      reached: coverage,
      testMs: verdict.durationMs,
      ...STRENGTH,
    }).catch(explain)
  }

  async #phase(): Promise<PhaseInput> {
    const { log, signal } = this.context
    const { graph } = await requiredJson<Analysis>(this.context, 'analysis')
    return {
      sandbox: await sandbox(),
      runner: this.test.runner,
      limits: this.settings.limits,
      network: installNetwork(),
      readOnlyMounts: packageCache(),
      coverage: this.settings.coverage,
      sourceFiles: pathsOf(graph).filter(isCoverable),
      signal,
      onPhase: (phase) => {
        log.say(phase)
        log.note(phase)
      },
      onOutput: (stream, text) => log.write(stream, text),
    }
  }
}

function explain(error: unknown): never {
  throw error instanceof SandboxError ? new StepFailure(error.message) : error
}
