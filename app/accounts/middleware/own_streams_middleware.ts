import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { streamUid } from '#accounts/services/stream_uid'

const uidShape = /^[\w-]{1,64}$/
const channelShape = /^[\w/-]{1,200}$/

const matches = (value: unknown, shape: RegExp) => typeof value === 'string' && shape.test(value)

/**
 * A live stream is named by its browser, and who names a stream may listen through it and change what it
 * listens to. So the name is put under the person's own: nobody reaches another's stream, nor the one of
 * this process itself.
 */
export default class OwnStreamsMiddleware {
  handle({ request, response, actor }: HttpContext, next: NextFn) {
    const { uid, channel } = request.all()
    const opens = request.method() === 'GET' || request.method() === 'HEAD'
    if (!matches(uid, uidShape) || (!opens && !matches(channel, channelShape))) {
      return response.badRequest({
        message: 'A live stream needs its "uid", a subscription also a "channel".',
      })
    }
    // Query and body are read as one by whoever comes next, so neither may still hold what was sent.
    const named = { uid: streamUid(actor.userId, uid) }
    request.updateQs(opens ? named : {})
    request.updateBody(opens ? {} : { ...named, channel })
    return next()
  }
}
