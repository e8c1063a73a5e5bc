import type { HttpContext } from '@adonisjs/core/http'
import { hostIssues } from '#projects/queries/host_issues'
import { showProject } from '#projects/queries/show_project'
import { issueFilterValidator } from '#projects/validators/issue'

export default class HostIssuesController {
  async index({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const { q } = await request.validateUsing(issueFilterValidator)
    await showProject(actor.teamId, params.id)
    response.header('cache-control', 'no-store')
    return hostIssues(actor.teamId, params.id, q)
  }
}
