import type { HttpContext } from '@adonisjs/core/http'
import RemoveProviderKey from '#llm/actions/remove_provider_key'
import SaveProviderKey from '#llm/actions/save_provider_key'
import { keyFrom } from '#llm/services/key_input'
import { providerKeyValidator } from '#llm/validators/provider_key'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ProviderKeysController {
  async store({ request, response, session, actor }: HttpContext) {
    actor.authorize('models.manage')
    const key = keyFrom(await request.validateUsing(providerKeyValidator))
    const { teamId, userId, audit: by } = actor
    const result = await new SaveProviderKey().execute({ teamId, userId, by, key })
    if (!result.ok) throw fieldError(result.error.field, result.error.message)
    session.flash(
      'success',
      `The key works: ${key.models[0]} answered in ${result.value.latencyMs} ms. Saved.`
    )
    return response.redirect().toRoute('model_settings.show')
  }

  async destroy({ params, response, session, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { teamId, audit: by } = actor
    const result = await new RemoveProviderKey().execute({ teamId, id: params.id, by })
    if (!result.ok) throw new NotFoundException('key')
    session.flash('success', 'Key removed. Nothing is called with it any more.')
    return response.redirect().toRoute('model_settings.show')
  }
}
