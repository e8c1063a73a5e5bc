import transmit from '@adonisjs/transmit/services/main'
import { teamOfUser } from '#accounts/queries/team_of_user'
import { belongsToTeam } from '#workflows/queries/belongs_to_team'

/** A live channel is a read like any other: the right is asked when somebody subscribes. */
transmit.authorize<{ id: string }>('workflows/:id', async ({ auth, session }, { id }) => {
  const team = await teamOfUser(auth.getUserOrFail().id, session.get('team_id'))
  return team !== null && belongsToTeam(team.id, id)
})

transmit.authorize<{ id: string }>('teams/:id', async ({ auth }, { id }) => {
  const team = await teamOfUser(auth.getUserOrFail().id, id)
  return team?.id === id
})

/** For workers, which listen inside of the process and are not asked. */
transmit.authorize('cancellations/:id', () => false)
