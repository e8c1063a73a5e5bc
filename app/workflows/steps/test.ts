import { type Analysis, type Plan, pathsOf } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { exportTree } from '#projects/git/checkout'
import { applyPatch } from '#projects/git/patch'
import type { Decision } from '#workflows/actions/settle_step'
import { SandboxError } from '#workflows/sandbox/contract'
import { jsonArtifact, latestArtifact } from '#workflows/services/artifacts'
import { sandboxOf } from '#workflows/services/metered_sandbox'
import { prepareMirror } from '#workflows/services/prepare_mirror'
import { loadRunSettings, type RunSettings } from '#workflows/services/run_settings'
import { installNetwork, packageCache } from '#workflows/services/sandbox'
import { requiredJson, storedJson } from '#workflows/services/step_artifacts'
import type { BaseRecord } from '#workflows/services/step_records'
import type { TestCommand } from '#workflows/services/test_command'
import { type Step, type StepContext, StepFailure } from '#workflows/steps/step_context'
import { isCoverable } from '#workflows/verification/coverage/coverable'
import { notRun } from '#workflows/verification/rule'
import type { Verdict } from '#workflows/verification/verdict'
import { type BaseRun, verifyPatch } from '#workflows/verification/verify'

/** The first try and three repairs by a model; a recipe has no second way. */
const MAX_ATTEMPTS = { model: 4, recipe: 1 }

/** Runs the project's own tests in the sandbox, without the patch and with it, and stores the verdict. */
export const test: Step = async (context) => {
  const { log } = context
  const settings = await loadRunSettings(context)
  const command = settings.test
  if (!command) {
    const verdict = notRun('No test command was found. Set one in the project settings or in .agentops.yml.')
    log.say(verdict.proof)
    return { decision: { kind: 'advance' }, artifacts: [jsonArtifact('verdict', verdict)] }
  }

  const known = await knownBase(context, command.command)
  const { verdict, base } = await run(context, settings, command, known)
  log.say(verdict.proof)
  return {
    decision: await decide(context, verdict),
    artifacts: [
      jsonArtifact('verdict', verdict),
      ...(known
        ? []
        : [
            jsonArtifact('base_run', { command: command.command, commit: context.workflow.baseCommit, base }),
          ]),
    ],
  }
}

/** What the tests said of the pinned commit, if an earlier attempt has asked them. */
async function knownBase(context: StepContext, command: string) {
  const record = await storedJson<BaseRecord>(context, 'base_run')
  return record && record.command === command && record.commit === context.workflow.baseCommit
    ? record.base
    : undefined
}

async function run(
  context: StepContext,
  { limits, coverage }: RunSettings,
  { command, runner, install }: TestCommand,
  cachedBase: BaseRun | undefined
) {
  const { lease, log, workspace, signal } = context
  const commit = await prepareMirror(context)
  const patch = await withTeam(lease.teamId, (trx) => latestArtifact(trx, lease.workflowId, 'patch'))
  if (!patch) throw new Error('there is no patch to test')
  const { graph } = await requiredJson<Analysis>(context, 'analysis')

  const [baseDir, patchedDir] = [await workspace.folder('base'), await workspace.folder('patched')]
  for (const dir of cachedBase ? [patchedDir] : [baseDir, patchedDir]) {
    await exportTree({ mirrorDir: workspace.mirrorDir, commit, into: dir })
  }
  await applyPatch({ dir: patchedDir, patch: patch.body.toString() })

  log.note('Running the tests')
  return verifyPatch({
    sandbox: await sandboxOf(lease.teamId),
    baseDir,
    patchedDir,
    command,
    runner,
    install,
    limits,
    network: installNetwork(),
    readOnlyMounts: packageCache(),
    coverage,
    sourceFiles: pathsOf(graph).filter(isCoverable),
    signal,
    onPhase: (phase) => {
      log.say(phase)
      log.note(phase)
    },
    onOutput: (stream, text) => log.write(stream, text),
    cachedBase,
  }).catch((error) => {
    throw error instanceof SandboxError ? new StepFailure(error.message) : error
  })
}

async function decide(context: StepContext, verdict: Verdict): Promise<Decision> {
  if (verdict.ruling !== 'red') return { kind: 'advance' }
  const { method } = await requiredJson<Plan>(context, 'plan')
  const limit = method.startsWith('recipe:') ? MAX_ATTEMPTS.recipe : MAX_ATTEMPTS.model
  if (context.lease.attempt < limit) return { kind: 'repair', error: verdict.proof }
  const reason = `The tests are red after ${limit === 1 ? 'the change' : `${limit} attempts`}, so nothing was pushed. ${verdict.proof}`
  return { kind: 'finish', outcome: 'stuck', reason, stepStatus: 'failed' }
}
