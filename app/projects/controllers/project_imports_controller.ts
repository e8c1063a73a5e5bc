import type { HttpContext } from '@adonisjs/core/http'
import ImportRepositories from '#projects/actions/import_repositories'
import { importRepositoriesValidator } from '#projects/validators/connection'

/** Several repositories of connected accounts at once. */
export default class ProjectImportsController {
  async store({ request, response, session, actor }: HttpContext) {
    actor.authorize('projects.manage')
    const { repositories } = await request.validateUsing(importRepositoriesValidator)
    const { teamId, userId, audit } = actor
    const done = await new ImportRepositories().execute({ teamId, userId, by: audit, repositories })
    const added = done.filter(({ projectId }) => projectId !== null)
    const problems = done.flatMap(({ problem }) => (problem ? [problem] : []))
    if (problems.length > 0) session.flash('error', [...new Set(problems)].slice(0, 3).join(' '))
    if (added.length > 0)
      session.flash('success', added.length === 1 ? 'Project added.' : `${added.length} projects added.`)
    if (added.length === 0) return response.redirect().toRoute('projects.create')
    if (added.length === 1) return response.redirect().toRoute('projects.show', { id: added[0]!.projectId! })
    return response.redirect().toRoute('projects.index')
  }
}
