import type { HttpContext } from '@adonisjs/core/http'
import CheckConnection from '#projects/actions/check_connection'
import type { ConnectionHealth } from '#projects/services/connection_store'
import NotFoundException from '#shared/exceptions/not_found_exception'

const said: Record<ConnectionHealth, { type: 'success' | 'error'; message: string }> = {
  works: { type: 'success', message: 'The connection works.' },
  expired: { type: 'error', message: 'The token has expired. Reconnect the account.' },
  revoked: { type: 'error', message: 'The host no longer takes the token. Reconnect the account.' },
  unreachable: {
    type: 'error',
    message: 'The host did not answer. The connection may be fine; check again in a while.',
  },
}

export default class ConnectionChecksController {
  async store({ params, response, session, actor }: HttpContext) {
    actor.authorize('connections.manage')
    const health = await new CheckConnection().execute({ teamId: actor.teamId, id: params.id })
    if (!health) throw new NotFoundException('connection')
    session.flash(said[health].type, said[health].message)
    return response.redirect().toRoute('connections.index')
  }
}
