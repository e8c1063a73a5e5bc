import { withTeam } from '#accounts/services/tenancy'
import { type CodePlace, hostRights, type IssueRef } from '#projects/git/host_contract'
import type { ProjectHost } from '#projects/services/host_of_project'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import PlanLimitException from '#shared/exceptions/plan_limit_exception'
import CreateWorkflow from '#workflows/actions/create_workflow'
import type { SourceIssue } from '#workflows/services/delivery'
import { inert } from '#workflows/services/inert'
import { stickyMarker, workflowUrl } from '#workflows/services/tell_host'

/** Somebody has called us at the git host: in a comment, or with a label. */
export interface HostCall {
  teamId: string
  projectId: string
  /** Of the webhook: the same delivery has one effect. */
  deliveryId: string
  subject: IssueRef
  author: { id: string; login: string }
  /** What was asked in the comment; empty for a label. */
  words: string
  /** Of a comment beside code. */
  place?: CodePlace | undefined
}

const MAX_TASK = 20_000

export const callerOf = ({ author }: HostCall): AuditActor => ({
  kind: 'system',
  userId: null,
  name: `${author.login} at the git host`,
})

export async function mayWrite({ host, repository }: ProjectHost, user: HostCall['author']) {
  const right = await host.rightsOf(repository, user)
  return hostRights.indexOf(right) >= hostRights.indexOf('write')
}

/** Answers in our one comment there. */
export async function answerCall(
  { host, repository }: ProjectHost,
  { projectId, subject }: HostCall,
  sentence: string
) {
  const body = `**AgentOps**: ${sentence}`
  await host.upsertStickyComment(repository, subject, { marker: stickyMarker(projectId), body })
}

interface Start {
  task: string
  source: SourceIssue
  /** Where it begins and where its change goes; the project's default branch when absent. */
  baseBranch?: string
}

/** Starts a workflow for who called, and answers with its number, or with what the plan does not allow. */
export async function startForCall(
  target: ProjectHost,
  call: HostCall,
  { task, source, baseBranch }: Start,
  words = 'I am on it'
) {
  const { teamId, projectId, deliveryId } = call
  const made = new CreateWorkflow().execute({
    teamId,
    projectId,
    userId: null,
    task: task.slice(0, MAX_TASK),
    idempotencyKey: `delivery:${deliveryId}`,
    baseBranch,
  })
  const result = await orLimit(made)
  if (result instanceof PlanLimitException) return answerLimit(target, call, result)
  if (!result.ok) return
  const { id, number } = result.value
  await withTeam(teamId, async (trx) => {
    await trx
      .from('workflows')
      .where('id', id)
      .update({ issue: JSON.stringify(source) })
    await recordAudit(trx, {
      teamId,
      actor: callerOf(call),
      action: 'workflow.started',
      subject: { kind: 'workflow', id, name: `#${number}` },
      details: { issue: source.url },
    })
  })
  await answerCall(target, call, `${words}: [workflow #${number}](${workflowUrl(id)}).`)
}

/** What a plan does not allow is an answer. */
export const orLimit = <T>(made: Promise<T>) =>
  made.catch((error: unknown) => {
    if (error instanceof PlanLimitException) return error
    throw error
  })

export const answerLimit = (target: ProjectHost, call: HostCall, { message }: PlanLimitException) =>
  answerCall(target, call, `Nothing was started: ${inert(message)}`)
