import type { Plan } from '@agentops/engine/contract'
import { HostError } from '#projects/git/host_errors'
import type { WorkflowFacts } from '#workflows/actions/settle_step'
import type { Delivery } from '#workflows/services/delivery'
import { patiently } from '#workflows/services/patience'
import { type ProjectHost, STATUS_NAME } from '#workflows/services/project_host'
import { changeRequestTitle, proofPack } from '#workflows/services/proof_pack'
import type { Change } from '#workflows/services/published_commit'
import { storedJson } from '#workflows/services/step_artifacts'
import { tellHost, workflowUrl } from '#workflows/services/tell_host'
import type { StepContext } from '#workflows/steps/step_context'

/** What publishing did at the host, and what it could not do there: the branch is pushed either way. */
export interface Opened {
  facts: WorkflowFacts
  changeRequest: Delivery['changeRequest']
  problem: string | null
}

/** Opens the change request with its proof, or brings the one that is there up to date, and sets the commit's status. */
export async function openChangeRequest(
  context: StepContext,
  target: ProjectHost,
  delivery: Delivery,
  branch: string,
  commit: string,
  change: Change
): Promise<Opened> {
  const { log, signal } = context
  try {
    await patiently(signal, () => setStatus(context, target, commit, change))
    if (!delivery.opensChangeRequest) return { facts: {}, changeRequest: null, problem: null }
    const changeRequest = await patiently(signal, () =>
      openOrUpdate(context, target, delivery, branch, change)
    )
    await tellHost(context, target, { ...delivery, changeRequest }, change.verdict.proof)
    const facts = { change_request_number: changeRequest.number, change_request_url: changeRequest.url }
    return { facts, changeRequest, problem: null }
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    const problem = `The branch is pushed, but the host refused more: ${error.message}`
    log.say(problem)
    return { facts: {}, changeRequest: delivery.changeRequest, problem }
  }
}

async function openOrUpdate(
  context: StepContext,
  { host, repository }: ProjectHost,
  delivery: Delivery,
  branch: string,
  change: Change
) {
  const { workflow, log } = context
  const body = proofPack({
    task: workflow.task,
    url: workflowUrl(workflow.id),
    plan: await storedJson<Plan>(context, 'plan'),
    summary: change.summary,
    verdict: change.verdict,
    costMicros: delivery.costMicros,
    models: delivery.models,
    issue: delivery.issue,
  })
  const opened = await host.findOrOpenChangeRequest(repository, {
    sourceBranch: branch,
    targetBranch: workflow.baseBranch,
    title: changeRequestTitle(workflow.task),
    body,
    draft: delivery.draft,
    labels: delivery.labels,
    reviewers: delivery.reviewers,
  })
  if (!opened.created) await host.updateChangeRequest(repository, opened.number, { body })
  log.say(`${opened.created ? 'Opened' : 'Updated'} ${opened.url}`)
  for (const reviewer of opened.refusedReviewers) log.say(`The host did not take ${reviewer} as a reviewer.`)
  for (const label of opened.refusedLabels) log.say(`The host did not take the label ${label}.`)
  return { number: opened.number, url: opened.url }
}

async function setStatus(
  { workflow }: StepContext,
  { host, repository }: ProjectHost,
  commit: string,
  { verdict }: Change
) {
  await host.setCommitStatus(repository, {
    commit,
    name: STATUS_NAME,
    state: verdict.ruling === 'green' ? 'success' : 'failed',
    description: verdict.proof,
    url: workflowUrl(workflow.id),
  })
}
