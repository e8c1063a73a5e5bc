import type { HttpContext } from '@adonisjs/core/http'
import { listMaps } from '#intelligence/queries/list_maps'
import { listProjectEdits } from '#intelligence/queries/list_project_edits'
import { showMap } from '#intelligence/queries/show_map'
import MapListEntryTransformer from '#intelligence/transformers/map_list_entry_transformer'
import ProjectMapTransformer from '#intelligence/transformers/project_map_transformer'
import { sendJson } from '#shared/api/send_json'
import { paginationValidator } from '#shared/validators/pagination'

export default class MapsController {
  async index({ request, inertia, actor }: HttpContext) {
    actor.authorize('projects.read')
    const { page, perPage } = await request.validateUsing(paginationValidator)
    const list = await listMaps(actor.teamId, page, perPage)
    return inertia.render('intelligence/index', {
      maps: MapListEntryTransformer.transform(list.data),
      meta: list.meta,
      can: { manage: actor.can('projects.manage') },
    })
  }

  async show({ params, inertia, actor }: HttpContext) {
    actor.authorize('projects.read')
    const found = await showMap(actor.teamId, params.id)
    return inertia.render('intelligence/show', {
      overview: ProjectMapTransformer.transform(found),
      edits: await listProjectEdits(actor.teamId, params.id),
      can: { refresh: actor.can('workflows.run') },
    })
  }

  /** The same, as data. */
  async summary({ params, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    return sendJson(response, await showMap(actor.teamId, params.id))
  }
}
