import app from '@adonisjs/core/services/app'
import transmit from '@adonisjs/transmit/services/main'
import { mayListen } from '#workflows/queries/may_listen'
import { startLiveRights } from '#workflows/services/live_rights'

/** A live channel is a read like any other: the right is asked when somebody subscribes, and while they listen. */
for (const kind of ['workflows', 'teams', 'maps']) {
  transmit.authorize<{ id: string }>(`${kind}/:id`, ({ person }, { id }) => {
    return mayListen(person.id, `${kind}/${id}`)
  })
}
/** Nothing is ever said on others, and what nobody guards would be open to all. */
transmit.authorize('*', () => false)

if (app.getMode() === 'run' && app.getEnvironment() === 'web') app.terminating(startLiveRights())
