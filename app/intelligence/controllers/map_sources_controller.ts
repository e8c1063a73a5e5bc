import type { HttpContext } from '@adonisjs/core/http'
import { readHistory, readSource } from '#intelligence/queries/read_source'
import { openMapOf } from '#intelligence/services/map_cache'
import { sourceValidator } from '#intelligence/validators/map'
import { GitError } from '#projects/git/errors'
import { sendJson } from '#shared/api/send_json'
import ConflictException from '#shared/exceptions/conflict_exception'

export default class MapSourcesController {
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const input = await request.validateUsing(sourceValidator)
    const map = await openMapOf(actor.teamId, params.id)
    return sendJson(response, await told(readSource({ teamId: actor.teamId, map, ...input })))
  }

  async history({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const input = await request.validateUsing(sourceValidator)
    const map = await openMapOf(actor.teamId, params.id)
    return sendJson(response, await told(readHistory({ teamId: actor.teamId, map, ...input })))
  }
}

/** A remote that cannot be reached is no fault of ours, and its sentence is for people. */
const told = <T>(work: Promise<T>) =>
  work.catch((error) => {
    throw error instanceof GitError ? new ConflictException(error.message) : error
  })
