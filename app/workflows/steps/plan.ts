import { jsonArtifact } from '#workflows/services/artifacts'
import { callEngine } from '#workflows/services/call_engine'
import { loadTask } from '#workflows/services/load_task'
import { refused } from '#workflows/services/refusals'
import { loadRunSettings } from '#workflows/services/run_settings'
import type { Step } from '#workflows/steps/step_context'

/** Asks the engine how the task would be done; waits for a person where the project wants that. */
export const plan: Step = async (context) => {
  const { log, project } = context
  log.note('Planning')
  const task = await loadTask(context, await loadRunSettings(context))
  const end = await callEngine(context, '/v1/plan', task, { id: task.snapshot })
  if (end.type === 'refused') return refused(context, end.refusal)
  if (end.type !== 'plan') throw new Error(`the engine answered ${end.type} to a plan`)

  log.say(end.plan.summary)
  for (const step of end.plan.steps) log.say(`  - ${step}`)
  return {
    decision: project.requiresPlanApproval ? { kind: 'wait' } : { kind: 'advance' },
    artifacts: [jsonArtifact('plan', end.plan)],
  }
}
