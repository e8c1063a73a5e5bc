import type { HttpContext } from '@adonisjs/core/http'
import RevokeGrant from '#accounts/actions/revoke_grant'
import { listGrants } from '#accounts/queries/list_grants'
import GrantTransformer from '#accounts/transformers/grant_transformer'
import NotFoundException from '#shared/exceptions/not_found_exception'

/** Programs that a person has allowed to act for them. */
export default class OauthGrantsController {
  async index({ inertia, actor }: HttpContext) {
    const grants = await listGrants(actor.teamId, actor.personId)
    return inertia.render('settings/apps', { grants: GrantTransformer.transform(grants) })
  }

  async destroy({ params, actor, session, response }: HttpContext) {
    if (!(await new RevokeGrant().execute(actor, params.id))) throw new NotFoundException('program')
    session.flash('success', 'The program has no access any more.')
    return response.redirect().toRoute('oauth_grants.index')
  }
}
