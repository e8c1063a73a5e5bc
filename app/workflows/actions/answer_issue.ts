import { withTeam } from '#accounts/services/tenancy'
import { hostRights, type Issue, type IssueRef } from '#projects/git/host_contract'
import { hostOfProject } from '#projects/services/host_of_project'
import { recordAudit } from '#shared/audit/record'
import PlanLimitException from '#shared/exceptions/plan_limit_exception'
import CreateWorkflow from '#workflows/actions/create_workflow'
import type { ProjectHost } from '#workflows/services/project_host'
import { workflowUrl } from '#workflows/services/tell_host'

export interface AnswerIssueInput {
  teamId: string
  projectId: string
  /** Of the webhook: the same delivery starts one workflow. */
  deliveryId: string
  subject: IssueRef
  author: { id: string; login: string }
  /** What was asked in the comment; empty for a label. */
  words: string
}

const MAX_TASK = 20_000

/**
 * Starts a workflow for somebody who called us at the git host, if they may write there, and answers in one
 * comment; a refusal says why.
 */
export default class AnswerIssue {
  async execute(input: AnswerIssueInput) {
    const target = await hostOfProject(input.teamId, input.projectId)
    if (!target) return
    const right = await target.host.rightsOf(target.repository, input.author)
    if (hostRights.indexOf(right) < hostRights.indexOf('write')) {
      return this.#answer(
        target,
        input,
        `@${input.author.login} may not push to this repository, so nothing was started.`
      )
    }
    if (input.subject.kind === 'change_request') {
      return this.#answer(
        target,
        input,
        'Work is started from issues. To have this change reworked, describe what is wrong in an issue and call me there.'
      )
    }
    const issue = await target.host.issue(target.repository, input.subject.number)
    return this.#start(target, input, issue)
  }

  async #start(target: ProjectHost, input: AnswerIssueInput, issue: Issue) {
    const { teamId, projectId, deliveryId, author } = input
    const created = new CreateWorkflow().execute({
      teamId,
      projectId,
      userId: null,
      task: taskOf(issue, input.words),
      idempotencyKey: `delivery:${deliveryId}`,
    })
    const result = await created.catch((error) => {
      if (error instanceof PlanLimitException) return error
      throw error
    })
    if (result instanceof PlanLimitException) {
      return this.#answer(target, input, `Nothing was started: ${result.message}`)
    }
    if (!result.ok) return
    const { id, number } = result.value
    await withTeam(teamId, async (trx) => {
      const source = { kind: issue.kind, number: issue.number, url: issue.url, title: issue.title }
      await trx
        .from('workflows')
        .where('id', id)
        .update({ issue: JSON.stringify(source) })
      await recordAudit(trx, {
        teamId,
        actor: { kind: 'system', userId: null, name: `${author.login} at the git host` },
        action: 'workflow.started',
        subject: { kind: 'workflow', id, name: `#${number}` },
        details: { issue: issue.url },
      })
    })
    return this.#answer(target, input, `I am on it: [workflow #${number}](${workflowUrl(id)}).`)
  }

  async #answer({ host, repository }: ProjectHost, { subject }: AnswerIssueInput, sentence: string) {
    const body = `**AgentOps**: ${sentence}`
    await host.upsertStickyComment(repository, subject, { marker: 'agentops-answer', body })
  }
}

/** The words of the comment come first: they say what of the issue is meant. */
function taskOf({ title, body }: Issue, words: string) {
  return [words, title, body]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n\n')
    .slice(0, MAX_TASK)
}
