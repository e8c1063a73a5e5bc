import type { HttpContext } from '@adonisjs/core/http'
import { withTeam } from '#accounts/services/tenancy'
import EnsureWebhook from '#projects/actions/ensure_webhook'
import { HostError } from '#projects/git/host_errors'
import { showProjectHost } from '#projects/queries/show_project_host'
import { addWebhook } from '#projects/services/project_webhook'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class WebhookRepairsController {
  async store({ params, response, session, actor }: HttpContext) {
    actor.authorize('projects.manage')
    const { teamId } = actor
    const host = await showProjectHost(teamId, params.id)
    if (!host?.connection) throw new NotFoundException('webhook')
    const kind = host.connection.host
    await withTeam(teamId, (trx) => addWebhook(trx, { teamId, projectId: params.id, host: kind }))
    try {
      await new EnsureWebhook().execute({ teamId, projectId: params.id, signal: AbortSignal.timeout(30_000) })
      session.flash('success', 'The webhook is as it should be.')
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      session.flash('error', error.message)
    }
    return response.redirect().back()
  }
}
