import type { HttpContext } from '@adonisjs/core/http'
import EndOtherSessions from '#accounts/actions/end_other_sessions'
import EndSession from '#accounts/actions/end_session'
import { listSessions } from '#accounts/queries/list_sessions'
import { sessionKey } from '#accounts/sessions/session_store'
import { auditOf } from '#accounts/sessions/sign_in'
import SessionTransformer from '#accounts/transformers/session_transformer'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ActiveSessionsController {
  async index({ inertia, auth, session }: HttpContext) {
    const sessions = await listSessions(auth.getUserOrFail().id, sessionKey(session.sessionId))
    return inertia.render('settings/sessions', { sessions: SessionTransformer.transform(sessions) })
  }

  async destroy(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const ended = await new EndSession().execute({
      userId: user.id,
      id: ctx.params.id,
      by: auditOf(user, ctx),
    })
    if (!ended) throw new NotFoundException('session')
    ctx.session.flash('success', 'That session has ended.')
    return ctx.response.redirect().toRoute('active_sessions.index')
  }

  async destroyOthers(ctx: HttpContext) {
    const user = ctx.auth.getUserOrFail()
    const ended = await new EndOtherSessions().execute({
      userId: user.id,
      sessionKey: sessionKey(ctx.session.sessionId),
      by: auditOf(user, ctx),
    })
    ctx.session.flash(
      'success',
      ended === 1 ? 'One other session has ended.' : `${ended} sessions have ended.`
    )
    return ctx.response.redirect().toRoute('active_sessions.index')
  }
}
