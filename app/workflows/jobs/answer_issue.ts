import type { Job } from '#shared/jobs/job'
import AnswerIssue, { type AnswerIssueInput } from '#workflows/actions/answer_issue'

export const answerIssue: Job<Omit<AnswerIssueInput, 'teamId'>> = {
  name: 'workflows.answer_issue',
  run: (payload, { teamId }) => new AnswerIssue().execute({ ...payload, teamId: teamId! }),
}
