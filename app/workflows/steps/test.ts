import type { Plan } from '@agentops/engine/contract'
import type { Decision } from '#workflows/actions/settle_step'
import { jsonArtifact } from '#workflows/services/artifacts'
import { loadDelivery } from '#workflows/services/delivery'
import { testsOfRound } from '#workflows/services/pipeline_rounds'
import { loadRunSettings } from '#workflows/services/run_settings'
import { requiredJson } from '#workflows/services/step_artifacts'
import { ChangeVerification } from '#workflows/services/verify_change'
import type { Step, StepContext } from '#workflows/steps/step_context'
import { notRun } from '#workflows/verification/rule'
import type { Verdict } from '#workflows/verification/verdict'

/** The first try and three repairs by a model, each time the change is sent back; a recipe has no second way. */
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

  const { verdict, base, known } = await new ChangeVerification(context, settings, command).run()
  log.say(verdict.proof)
  const record = { command: command.command, commit: context.workflow.baseCommit, base }
  return {
    decision: await decide(context, verdict),
    artifacts: [jsonArtifact('verdict', verdict), ...(known ? [] : [jsonArtifact('base_run', record)])],
  }
}

async function decide(context: StepContext, verdict: Verdict): Promise<Decision> {
  if (verdict.ruling !== 'red') return { kind: 'advance' }
  const { method } = await requiredJson<Plan>(context, 'plan')
  const limit = method.startsWith('recipe:') ? MAX_ATTEMPTS.recipe : MAX_ATTEMPTS.model
  if ((await testsOfRound(context)) < limit) return { kind: 'repair', error: verdict.proof }
  const { branch, pushedCommit } = await loadDelivery(context)
  const left = pushedCommit ? `nothing more was pushed: ${branch} stays as it was` : 'nothing was pushed'
  const reason = `The tests are red after ${limit === 1 ? 'the change' : `${limit} attempts`}, so ${left}. ${verdict.proof}`
  return { kind: 'finish', outcome: 'stuck', reason, stepStatus: 'failed' }
}
