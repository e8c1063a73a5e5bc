import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'
import { invitationLinkLimit, inviteLimits, newTeamLimit } from '#start/limiter'

const { accounts } = controllers
const uuid = router.matchers.uuid()
const confirmed = middleware.confirmed()

/** What a person may do without being in any team. */
router
  .group(() => {
    router.get('teams', [accounts.Teams, 'index']).as('teams.index')
    router.post('teams', [accounts.Teams, 'store']).as('teams.store').use(newTeamLimit)
    router
      .post('teams/:id/restoration', [accounts.TeamRestorations, 'store'])
      .as('team_restorations.store')
      .where('id', uuid)
    router
      .post('invitations/:secret/acceptance', [accounts.InvitationAcceptances, 'store'])
      .as('invitation_acceptances.store')
      .use(invitationLinkLimit)
  })
  .use([...pages, middleware.auth({ teamless: true })])

router
  .group(() => {
    router.get('team', [accounts.Teams, 'edit']).as('teams.edit')
    router.patch('team', [accounts.Teams, 'update']).as('teams.update')
    router
      .put('team/second-factor', [accounts.SecondFactorDemands, 'update'])
      .as('second_factor_demands.update')
      .use(confirmed)
    router.delete('team', [accounts.Teams, 'destroy']).as('teams.destroy').use(confirmed)
    router.get('danger', [accounts.TeamDangers, 'show']).as('team_dangers.show')
    router
      .delete('membership', [accounts.OwnMemberships, 'destroy'])
      .as('own_memberships.destroy')
      .use(confirmed)
    router
      .post('ownership', [accounts.OwnershipTransfers, 'store'])
      .as('ownership_transfers.store')
      .use(confirmed)
    router.get('members', [accounts.Members, 'index']).as('members.index')
    router
      .patch('members/:id', [accounts.Members, 'update'])
      .as('members.update')
      .where('id', uuid)
      .use(confirmed)
    router
      .delete('members/:id', [accounts.Members, 'destroy'])
      .as('members.destroy')
      .where('id', uuid)
      .use(confirmed)
    router
      .post('invitations', [accounts.Invitations, 'store'])
      .as('invitations.store')
      .use([confirmed, ...inviteLimits])
    router
      .delete('invitations/:id', [accounts.Invitations, 'destroy'])
      .as('invitations.destroy')
      .where('id', uuid)
    router
      .post('invitations/:id/delivery', [accounts.InvitationDeliveries, 'store'])
      .as('invitation_deliveries.store')
      .where('id', uuid)
      .use(inviteLimits)
    router.get('roles', [accounts.Roles, 'show']).as('roles.show')
    router.get('service-tokens', [accounts.ServiceTokens, 'index']).as('service_tokens.index')
    router.post('service-tokens', [accounts.ServiceTokens, 'store']).as('service_tokens.store').use(confirmed)
    router
      .delete('service-tokens/:id', [accounts.ServiceTokens, 'destroy'])
      .as('service_tokens.destroy')
      .where('id', uuid)
  })
  .prefix('settings')
  .use([...pages, middleware.auth()])

/** For whoever holds the link; nobody need be signed in. */
router
  .group(() => {
    router.get('/', [accounts.ReceivedInvitations, 'show']).as('received_invitations.show')
    router.post('account', [accounts.InvitedAccounts, 'store']).as('invited_accounts.store')
  })
  .prefix('invitations/:secret')
  .use([...pages, invitationLinkLimit])
