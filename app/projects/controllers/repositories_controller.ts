import type { HttpContext } from '@adonisjs/core/http'
import RequestRepositorySync from '#projects/actions/request_repository_sync'
import { listRepositories } from '#projects/queries/list_repositories'
import { repositoryFilterValidator } from '#projects/validators/connection'
import { sendJson } from '#shared/api/send_json'

/** What the repository picker of the add-project page asks while somebody types. */
export default class RepositoriesController {
  async index({ request, response, actor }: HttpContext) {
    actor.authorize('projects.manage')
    const { search, connectionId, page, perPage } = await request.validateUsing(repositoryFilterValidator)
    response.header('cache-control', 'no-store')
    const filter = { search: search ?? '', connectionId }
    return sendJson(response, await listRepositories(actor.teamId, filter, page, perPage))
  }

  async store({ response, actor }: HttpContext) {
    actor.authorize('projects.manage')
    return response.accepted({ connections: await new RequestRepositorySync().execute(actor.teamId) })
  }
}
