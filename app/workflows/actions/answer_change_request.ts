import { teamRows } from '#accounts/services/team_rows'
import type { ChangeRequest } from '#projects/git/host_contract'
import type { ProjectHost } from '#projects/services/host_of_project'
import PlanLimitException from '#shared/exceptions/plan_limit_exception'
import ReworkChange from '#workflows/actions/rework_change'
import {
  answerCall,
  answerLimit,
  callerOf,
  type HostCall,
  orLimit,
  startForCall,
} from '#workflows/services/host_call'
import { reviewInstruction } from '#workflows/services/review_instruction'
import { workflowUrl } from '#workflows/services/tell_host'

interface OwnWorkflow {
  id: string
  number: number
  status: string
  pushedCommit: string | null
  reworkedAt: Date | null
}

const ownSql = `
  select id, number, status, pushed_commit as "pushedCommit", reworked_at as "reworkedAt" from workflows
  where project_id = $1 and change_request_number = $2 order by created_at desc limit 1`

const refusals = {
  closed:
    'This is closed, so there is nothing to change in it. Describe what is wrong in an issue and call me there.',
  fork: 'The branch of this change is in a fork, where I may not push, so nothing was started. Describe what is wrong in an issue and call me there.',
  wordless:
    'Say in a comment what is to be done, or beside the code, and call me in it; nothing was started.',
  recipe:
    'This change was made by a recipe, which has one way of doing it. Describe what should be different in an issue and call me there.',
}

/** Has the change beside which we were called reworked: our own by its workflow, anybody else's by a new one. */
export default class AnswerChangeRequest {
  async execute(target: ProjectHost, call: HostCall): Promise<'answered' | 'later'> {
    const { host, repository } = target
    const [own] = await teamRows<OwnWorkflow>(call.teamId, ownSql, [call.projectId, call.subject.number])
    // Our own labels come back to us: they ask for nothing.
    if (own && call.words === '') return 'answered'
    const request = await host.changeRequest(repository, call.subject.number)
    if (request.state !== 'open') return this.#refuse(target, call, 'closed')
    if (request.fork) return this.#refuse(target, call, 'fork')
    const text = await reviewInstruction(target, call, own?.reworkedAt ?? null)
    if (text === '') return this.#refuse(target, call, 'wordless')
    if (own && isWhereItWas(own, request)) return this.#rework(target, call, own, text)
    const since = own ? 'Somebody else has pushed to this branch, so I start from what is there' : undefined
    const { title, body, url, number, sourceBranch: baseBranch } = request
    const task =
      `${text}\n\nThis is about the change “${title}” on the branch ${baseBranch}.\n\n${body}`.trim()
    const source = { kind: 'change_request' as const, number, url, title }
    await startForCall(target, call, { task, source, baseBranch }, since)
    return 'answered'
  }

  async #rework(target: ProjectHost, call: HostCall, own: OwnWorkflow, text: string) {
    const { teamId, deliveryId } = call
    const origin = `delivery:${deliveryId}`
    const rework = { teamId, workflowId: own.id, text, actor: callerOf(call), origin }
    const result = await orLimit(new ReworkChange().execute(rework))
    if (result instanceof PlanLimitException) {
      await answerLimit(target, call, result)
    } else if (result.ok) {
      await answerCall(
        target,
        call,
        `I am reworking this change as @${call.author.login} asked: [workflow #${own.number}](${workflowUrl(own.id)}).`
      )
    } else if (result.error === 'busy') {
      return 'later' as const
    } else if (result.error === 'recipe') {
      await answerCall(target, call, refusals.recipe)
    }
    return 'answered' as const
  }

  async #refuse(target: ProjectHost, call: HostCall, why: keyof typeof refusals) {
    await answerCall(target, call, refusals[why])
    return 'answered' as const
  }
}

/** While a workflow goes on, its branch may be ahead of what it has written down. */
const isWhereItWas = ({ status, pushedCommit }: OwnWorkflow, { headCommit }: ChangeRequest) =>
  status !== 'finished' || pushedCommit === headCommit
