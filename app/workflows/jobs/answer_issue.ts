import { withTeam } from '#accounts/services/tenancy'
import { enqueue, type Job } from '#shared/jobs/job'
import AnswerIssue from '#workflows/actions/answer_issue'
import type { HostCall } from '#workflows/services/host_call'

const AGAIN_MS = 20_000

export const answerIssue: Job<Omit<HostCall, 'teamId'>> = {
  name: 'workflows.answer_issue',
  async run(payload, { teamId }) {
    const call = { ...payload, teamId: teamId! }
    if ((await new AnswerIssue().execute(call)) === 'answered') return
    const runAt = new Date(Date.now() + AGAIN_MS)
    const key = payload.deliveryId
    await withTeam(call.teamId, (trx) => enqueue(trx, answerIssue, { teamId, payload, key, runAt }))
  },
}
