import type { Job } from '#shared/jobs/job'
import ResumeStep from '#workflows/actions/resume_step'
import type { StepName } from '#workflows/enums/step_name'

export interface ResumeStepPayload {
  workflowId: string
  step: StepName
  attempt: number
}

export const resumeStep: Job<ResumeStepPayload> = {
  name: 'workflows.resume_step',
  run: (payload, { teamId }) => new ResumeStep().execute({ ...payload, teamId: teamId! }),
}
