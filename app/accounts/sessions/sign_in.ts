import type { HttpContext } from '@adonisjs/core/http'
import type User from '#accounts/models/user'
import { keepAccount } from '#accounts/services/keep_account'
import { hasSecondFactor } from '#accounts/services/second_factor'
import { withUser } from '#accounts/services/tenancy'
import { markConfirmed } from '#accounts/sessions/confirmation'
import type { PendingLink, PendingSignIn, SignInMethod } from '#accounts/sessions/session_keys'
import { type AuditActor, recordAudit } from '#shared/audit/record'

const REMEMBERED_COOKIE_SECONDS = 30 * 24 * 3600

export interface SignInOptions {
  method: SignInMethod
  remember?: boolean
}

export const auditOf = (user: User, { request }: Pick<HttpContext, 'request'>): AuditActor => ({
  kind: 'person',
  userId: user.id,
  name: user.fullName,
  address: request.ip(),
})

/** The cookie of a session that is to be remembered outlives the browser. */
export function keepCookie({ session }: Pick<HttpContext, 'session'>) {
  if (!session.get('remembered')) return
  const cookie = { ...session.config.cookie, maxAge: REMEMBERED_COOKIE_SECONDS }
  session.config = { ...session.config, cookie }
}

/** Signs in whoever has shown everything that is asked of them. The session gets a new id and forgets what it held. */
export async function completeSignIn(ctx: HttpContext, user: User, options: SignInOptions) {
  const { auth, session } = ctx
  const intended = session.getIntendedUrl()
  const link: PendingLink | undefined = session.get('pending_link')
  session.clear()
  if (intended) session.setIntendedUrl(intended)
  if (link?.email === user.email.toLowerCase()) {
    session.put('pending_link', link)
    session.setIntendedUrl('/auth/connect')
  }
  await auth.use('web').login(user)
  session.put('signed_in_at', Date.now())
  if (options.remember) session.put('remembered', true)
  keepCookie(ctx)
  markConfirmed(session)
  const actor = auditOf(user, ctx)
  const details = { method: options.method }
  const kept = await withUser(user.id, async (trx) => {
    await recordAudit(trx, { teamId: null, actor, action: 'session.created', details })
    return keepAccount(trx, user.id, actor)
  })
  if (kept) session.flash('success', 'Your account is not going to be deleted any more.')
}

/**
 * Goes on after the first factor: signs in, or lets the session wait for the second factor of those who have one.
 *
 * @returns whether they are signed in now
 */
export async function beginSignIn(ctx: HttpContext, user: User, options: SignInOptions): Promise<boolean> {
  if (!(await hasSecondFactor(user.id))) {
    await completeSignIn(ctx, user, options)
    return true
  }
  const pending: PendingSignIn = {
    userId: user.id,
    method: options.method,
    remember: options.remember ?? false,
    at: Date.now(),
  }
  ctx.session.put('pending_sign_in', pending)
  ctx.session.regenerate()
  return false
}
