import { teamRows } from '#accounts/services/team_rows'
import NotFoundException from '#shared/exceptions/not_found_exception'

/** How a project wants its changes delivered. All but the first need a connected host. */
export type DeliverySettings = {
  /** A person lets each change leave. */
  requiresPublishApproval: boolean
  opensChangeRequest: boolean
  draft: boolean
  labels: string[]
  /** Logins at the host. */
  reviewers: string[]
  followsPipeline: boolean
  /** How often a red pipeline is repaired; 0 to 5. */
  pipelineRepairs: number
  /** Whether a label or a comment at the host starts work. */
  answersCalls: boolean
}

export type ProjectDelivery = DeliverySettings & {
  id: string
  name: string
  /** Null for a project that is plain git. */
  host: 'github' | 'gitlab' | null
}

const sql = `
  select p.id, p.name, c.host, p.requires_publish_approval as "requiresPublishApproval",
    p.opens_change_request as "opensChangeRequest", p.change_request_draft as draft,
    p.change_request_labels as labels, p.change_request_reviewers as reviewers,
    p.follows_pipeline as "followsPipeline", p.pipeline_repairs as "pipelineRepairs", p.answers_calls as "answersCalls"
  from projects p left join git_connections c on c.id = p.connection_id where p.id = $1`

/** @throws NotFoundException for an absent project and for another team's alike */
export async function deliverySettings(teamId: string, projectId: string): Promise<ProjectDelivery> {
  const [row] = await teamRows<ProjectDelivery>(teamId, sql, [projectId])
  if (!row) throw new NotFoundException('project')
  return row
}
