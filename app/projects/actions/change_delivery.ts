import { withTeam } from '#accounts/services/tenancy'
import type { DeliverySettings } from '#projects/queries/delivery_settings'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import NotFoundException from '#shared/exceptions/not_found_exception'

export interface ChangeDeliveryInput {
  teamId: string
  projectId: string
  settings: DeliverySettings
  by: AuditActor
}

export default class ChangeDelivery {
  /** @throws NotFoundException */
  async execute({ teamId, projectId, settings, by }: ChangeDeliveryInput) {
    await withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ name: string }>(
        trx,
        `update projects set requires_publish_approval = ?, opens_change_request = ?, change_request_draft = ?,
           change_request_labels = ?, change_request_reviewers = ?, follows_pipeline = ?, pipeline_repairs = ?,
           answers_calls = ?,
           updated_at = now()
         where id = ? returning name`,
        [
          settings.requiresPublishApproval,
          settings.opensChangeRequest,
          settings.draft,
          settings.labels,
          settings.reviewers,
          settings.followsPipeline,
          settings.pipelineRepairs,
          settings.answersCalls,
          projectId,
        ]
      )
      if (!rows[0]) throw new NotFoundException('project')
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: 'project.delivery_changed',
        subject: { kind: 'project', id: projectId, name: rows[0].name },
        details: {
          approval: settings.requiresPublishApproval,
          repairs: settings.pipelineRepairs,
          answers: settings.answersCalls,
        },
      })
    })
  }
}
