import { registerLinks } from '#accounts/services/linked_team'
import { belongsToTeam } from '#workflows/queries/belongs_to_team'

/** Things that others link to, by the first part of their address. */
registerLinks('workflows', (teamId, id) => belongsToTeam(teamId, id))
registerLinks('projects', (teamId, id) => belongsToTeam(teamId, id, 'projects'))
registerLinks('intelligence', (teamId, id) => belongsToTeam(teamId, id, 'projects'))
