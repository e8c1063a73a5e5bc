import app from '@adonisjs/core/services/app'
import transmit from '@adonisjs/transmit/services/main'
import { storedSessionKey } from '#accounts/sessions/session_store'
import { mayListen } from '#workflows/queries/may_listen'
import { dropLine, holdLine, startLiveRights } from '#workflows/services/live_rights'

/** A live channel is a read like any other: the right is asked when somebody subscribes, and while they listen. */
for (const kind of ['workflows', 'teams', 'maps']) {
  transmit.authorize<{ id: string }>(`${kind}/:id`, ({ person }, { id }) => {
    return mayListen(person.id, `${kind}/${id}`)
  })
}
/** Nothing is ever said on others, and what nobody guards would be open to all. */
transmit.authorize('*', () => false)

/** Streams of this process itself come without a request. */
transmit.on('connect', ({ uid, context }) => {
  if (!context || context.response.response.destroyed) return
  const { actor, response } = context
  const hangUp = () => void response.response.destroy()
  holdLine(uid, { personId: actor.personId, sessionKey: storedSessionKey(context), hangUp })
})
transmit.on('disconnect', ({ uid }) => dropLine(uid))

if (app.getMode() === 'run' && app.getEnvironment() === 'web') app.terminating(startLiveRights())
