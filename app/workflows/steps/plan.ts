import { benchmarkModel } from '#llm/queries/benchmark_model'
import { jsonArtifact } from '#workflows/services/artifacts'
import { callEngine } from '#workflows/services/call_engine'
import { Exchanges } from '#workflows/services/exchanges'
import { loadTask } from '#workflows/services/load_task'
import { goesOn, withHistory } from '#workflows/services/plan_estimate'
import { refused } from '#workflows/services/refusals'
import { loadRunSettings } from '#workflows/services/run_settings'
import { requiredJson } from '#workflows/services/step_artifacts'
import type { SnapshotRecord } from '#workflows/services/step_records'
import type { Step } from '#workflows/steps/step_context'

/** Asks the engine how the task would be done; waits for a person where the project wants that. */
export const plan: Step = async (context) => {
  const { log, project } = context
  log.note('Planning')
  const task = await loadTask(context, await loadRunSettings(context))
  const exchanges = await Exchanges.open(context)
  const body = { ...task, ...exchanges.toFollow() }
  const end = await callEngine(context, '/v1/plan', body, { id: task.snapshot }, (exchange) =>
    exchanges.keep(exchange)
  )
  if (end.type === 'refused') return refused(context, end.refusal)
  if (end.type !== 'plan') throw new Error(`the engine answered ${end.type} to a plan`)

  const { absent = [] } = await requiredJson<SnapshotRecord>(context, 'snapshot')
  const plan = await withHistory(context, { ...end.plan, risks: [...absent, ...end.plan.risks] })
  log.say(plan.summary)
  for (const step of plan.steps) log.say(`  - ${step}`)
  const dry = (await benchmarkModel(context.lease.teamId, context.workflow.id)) !== null
  const free = dry || goesOn(context, plan)
  if (free && project.requiresPlanApproval)
    log.say('Nobody is asked: the estimate is within what the project lets go on by itself.')
  return {
    decision: free ? { kind: 'advance' } : { kind: 'wait' },
    artifacts: [jsonArtifact('plan', plan)],
  }
}
