import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { api } from '#start/kernel'
import { inviteByTokenLimit } from '#start/limiter'

const { accounts } = controllers
const uuid = router.matchers.uuid()

router
  .group(() => {
    router.get('team', [accounts.ApiTeams, 'show']).as('api.teams.show')
    router.patch('team', [accounts.ApiTeams, 'update']).as('api.teams.update')
    router.get('members', [accounts.ApiMembers, 'index']).as('api.members.index')
    router.patch('members/:id', [accounts.ApiMembers, 'update']).as('api.members.update').where('id', uuid)
    router.delete('members/:id', [accounts.ApiMembers, 'destroy']).as('api.members.destroy').where('id', uuid)
    router.get('invitations', [accounts.ApiInvitations, 'index']).as('api.invitations.index')
    router
      .post('invitations', [accounts.ApiInvitations, 'store'])
      .as('api.invitations.store')
      .use(inviteByTokenLimit)
    router
      .delete('invitations/:id', [accounts.ApiInvitations, 'destroy'])
      .as('api.invitations.destroy')
      .where('id', uuid)
    router
      .post('invitations/:id/delivery', [accounts.ApiInvitationDeliveries, 'store'])
      .as('api.invitation_deliveries.store')
      .where('id', uuid)
      .use(inviteByTokenLimit)
    router.get('service-tokens', [accounts.ApiServiceTokens, 'index']).as('api.service_tokens.index')
    router
      .delete('service-tokens/:id', [accounts.ApiServiceTokens, 'destroy'])
      .as('api.service_tokens.destroy')
      .where('id', uuid)
    router.get('roles', [accounts.ApiRoles, 'index']).as('api.roles.index')
  })
  .prefix('api')
  .use(api)
