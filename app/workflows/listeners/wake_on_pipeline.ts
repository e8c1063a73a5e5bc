import HostEventReceived from '#projects/events/host_event_received'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'
import { resumeStep } from '#workflows/jobs/resume_step'

interface Waiting {
  workflowId: string
  attempt: number
}

const waiting = `
  select w.id as "workflowId", s.attempt from workflows w
  join workflow_steps s on s.workflow_id = w.id and s.name = 'pipeline' and s.status = 'waiting'
  where w.project_id = ? and w.pushed_commit = ? and w.status <> 'finished'`

/** The host has told of a check: whoever waits for the pipeline of that commit looks now. */
export default class WakeOnPipeline {
  async handle({ trx, received: { teamId, projectId, event } }: HostEventReceived) {
    if (event.kind !== 'pipeline') return
    const { rows } = await sql<Waiting>(trx, waiting, [projectId, event.commit])
    for (const row of rows) {
      await enqueue(trx, resumeStep, { teamId, payload: { ...row, step: 'pipeline' } })
    }
  }
}
