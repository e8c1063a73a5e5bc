import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import transmit from '@adonisjs/transmit/services/main'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class LiveStreamsController {
  /**
   * A stream of server-sent events that carries one channel. It is opened and subscribed in one request, so any
   * process may answer it, and it is named here: nobody can listen through, or change, a stream of somebody else.
   */
  async show(ctx: HttpContext) {
    const channel = `${ctx.params.kind}/${ctx.params.id}`
    if (!(await transmit.getManager().verifyAccess(channel, ctx))) throw new NotFoundException('live channel')
    const uid = randomUUID()
    const stream = transmit.createStream({
      uid,
      context: ctx,
      request: ctx.request.request,
      response: ctx.response.response,
      injectResponseHeaders: ctx.response.getHeaders(),
    })
    await transmit.getManager().subscribe({ uid, channel, context: ctx, skipAuthorization: true })
    return ctx.response.stream(stream)
  }
}
