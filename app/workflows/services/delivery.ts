import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import type { StepContext } from '#workflows/steps/step_context'

/** The issue or change request that a task came from. */
export interface SourceIssue {
  kind: 'issue' | 'change_request'
  number: number
  url: string
  title: string
}

/** How the project wants changes delivered, and what this workflow has delivered so far. */
export interface Delivery {
  requiresApproval: boolean
  opensChangeRequest: boolean
  draft: boolean
  labels: string[]
  reviewers: string[]
  followsPipeline: boolean
  /** How often a red pipeline may send the workflow back to `generate`. */
  repairs: number
  approved: boolean
  branch: string | null
  pushedCommit: string | null
  changeRequest: { number: number; url: string } | null
  issue: SourceIssue | null
  costMicros: number
  models: string[]
}

const query = `
  select p.requires_publish_approval as "requiresApproval", p.opens_change_request as "opensChangeRequest",
    p.change_request_draft as draft, p.change_request_labels as labels, p.change_request_reviewers as reviewers,
    p.follows_pipeline as "followsPipeline", p.pipeline_repairs as repairs,
    w.publish_approved_at is not null as approved, w.branch, w.pushed_commit as "pushedCommit",
    case when w.change_request_number is null then null
      else json_build_object('number', w.change_request_number, 'url', w.change_request_url) end as "changeRequest",
    w.issue, w.cost_micros as "costMicros",
    (select coalesce(array_agg(distinct u.model::text), '{}') from usage_records u where u.workflow_id = w.id) as models
  from workflows w join projects p on p.id = w.project_id where w.id = ?`

export function loadDelivery({ lease }: Pick<StepContext, 'lease'>): Promise<Delivery> {
  return withTeam(lease.teamId, async (trx) => {
    const { rows } = await sql<Delivery>(trx, query, [lease.workflowId])
    return rows[0]!
  })
}
