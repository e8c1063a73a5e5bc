import type { HttpContext } from '@adonisjs/core/http'
import { listProviderKeys } from '#llm/queries/list_provider_keys'

/** Keys are entered and removed on the page, where a person confirms that it is them. */
export default class ApiProviderKeysController {
  async index({ actor }: HttpContext) {
    actor.authorize('models.read')
    return { data: await listProviderKeys(actor.teamId) }
  }
}
