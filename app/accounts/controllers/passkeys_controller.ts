import type { HttpContext } from '@adonisjs/core/http'
import AddPasskey from '#accounts/actions/add_passkey'
import RemovePasskey from '#accounts/actions/remove_passkey'
import RenamePasskey from '#accounts/actions/rename_passkey'
import { takeChallenge } from '#accounts/sessions/pending_sign_in'
import { auditOf } from '#accounts/sessions/sign_in'
import { asRegistration, newPasskeyValidator, passkeyNameValidator } from '#accounts/validators/passkey'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

const problems = {
  not_valid: 'This passkey could not be checked, or it took too long. Try again.',
  too_many: 'You have twenty passkeys. Remove one first.',
}

export default class PasskeysController {
  async store(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const { name, response } = await ctx.request.validateUsing(newPasskeyValidator)
    const challenge = takeChallenge(ctx.session, ['register'])
    if (!challenge) throw fieldError('passkey', problems.not_valid)
    const result = await new AddPasskey().execute({
      user,
      name,
      response: asRegistration(response),
      challenge,
      by: auditOf(user, ctx),
    })
    if (!result.ok) throw fieldError('passkey', problems[result.error])
    ctx.session.regenerate()
    ctx.response.header('cache-control', 'no-store')
    return { recoveryCodes: result.value }
  }

  async update(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const { name } = await ctx.request.validateUsing(passkeyNameValidator)
    const by = auditOf(user, ctx)
    const done = await new RenamePasskey().execute({ userId: user.id, id: ctx.params.id, name, by })
    if (!done) throw new NotFoundException('passkey')
    return ctx.response.redirect().toRoute('security.show')
  }

  async destroy(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const done = await new RemovePasskey().execute({ user, id: ctx.params.id, by: auditOf(user, ctx) })
    if (!done) throw new NotFoundException('passkey')
    ctx.session.regenerate()
    ctx.session.flash('success', 'The passkey was removed.')
    return ctx.response.redirect().toRoute('security.show')
  }
}
