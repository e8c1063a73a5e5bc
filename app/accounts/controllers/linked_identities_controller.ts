import type { HttpContext } from '@adonisjs/core/http'
import LinkIdentity from '#accounts/actions/link_identity'
import UnlinkIdentity from '#accounts/actions/unlink_identity'
import { providerNames, type SignInProvider } from '#accounts/services/sign_in_providers'
import { MINUTE, type PendingLink } from '#accounts/sessions/session_keys'
import { auditOf } from '#accounts/sessions/sign_in'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'

const PATIENCE = 15 * MINUTE

/** The account that waits to be connected, to the person whose address it has. */
function waiting({ session, auth }: HttpContext): PendingLink | null {
  const pending: PendingLink | undefined = session.get('pending_link')
  if (!pending || Date.now() - pending.at > PATIENCE) return null
  return pending.email === auth.user?.email.toLowerCase() ? pending : null
}

export default class LinkedIdentitiesController {
  /** Asks whether to connect the account with which they had come. */
  async create(ctx: HttpContext) {
    const pending = waiting(ctx)
    if (!pending) return ctx.response.redirect().toRoute('dashboard.show')
    const { provider, login } = pending
    return ctx.inertia.render('auth/connect', { name: providerNames[provider], login })
  }

  async store(ctx: HttpContext) {
    const pending = waiting(ctx)
    ctx.session.forget('pending_link')
    if (!pending) return ctx.response.redirect().toRoute('dashboard.show')
    const user = ctx.auth.getUserOrFail()
    const { provider, id, login } = pending
    const name = providerNames[provider]
    const done = await new LinkIdentity().execute({ user, provider, id, login, by: auditOf(user, ctx) })
    if (done) ctx.session.flash('success', `You can now sign in with ${name}.`)
    else ctx.session.flash('error', `This ${name} account is connected to an account already.`)
    return ctx.response.redirect().toRoute('dashboard.show')
  }

  async destroy(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const provider: SignInProvider = ctx.params.provider
    const result = await new UnlinkIdentity().execute({ user, provider, by: auditOf(user, ctx) })
    if (!result.ok) {
      if (result.error === 'not_found') throw new NotFoundException('connection')
      throw new ConflictException('This is your only way to sign in. Set a password first.')
    }
    ctx.session.flash('success', `${providerNames[provider]} was disconnected.`)
    return ctx.response.redirect().toRoute('security.show')
  }
}
