import type { HttpContext } from '@adonisjs/core/http'
import ConnectAccount from '#projects/actions/connect_account'
import DisconnectAccount from '#projects/actions/disconnect_account'
import type { HostKind } from '#projects/git/host_contract'
import { listConnections } from '#projects/queries/list_connections'
import { githubApp, hostAt, hostNames, oauthClient, ownHost } from '#projects/services/git_hosts'
import { appPermissions, askedScopes } from '#projects/services/host_scopes'
import ConnectionTransformer from '#projects/transformers/connection_transformer'
import { connectTokenValidator } from '#projects/validators/connection'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

/** A host as the page offers it; without a client of the operator's only by token. */
function connectable(kind: HostKind) {
  const asApp = kind === 'github' && githubApp() !== null
  const way: 'app' | 'oauth' | 'token' = !oauthClient(kind) ? 'token' : asApp ? 'app' : 'oauth'
  return {
    kind,
    name: hostNames[kind],
    webUrl: ownHost(kind).webUrl,
    way,
    scopes: way === 'app' ? appPermissions : askedScopes[kind],
    tokenScopes: askedScopes[kind],
  }
}

/** Accounts of git hosts that a team has connected. */
export default class ConnectionsController {
  async index({ inertia, actor }: HttpContext) {
    actor.authorize('projects.read')
    return inertia.render('settings/connections', {
      connections: ConnectionTransformer.transform(await listConnections(actor.teamId)),
      hosts: (['github', 'gitlab'] as const).map(connectable),
      can: { manage: actor.can('connections.manage') },
    })
  }

  /** By a token that a person made at the host. */
  async store({ request, response, session, actor }: HttpContext) {
    actor.authorize('connections.manage')
    const { host, token, url } = await request.validateUsing(connectTokenValidator)
    const address = hostAt(host, url)
    if (!address.ok) throw fieldError('url', address.error)
    const { teamId, userId, audit } = actor
    const connected = await new ConnectAccount().execute({
      teamId,
      userId,
      by: audit,
      address: address.value,
      auth: 'token',
      token,
    })
    if (!connected.ok) throw fieldError('token', connected.error)
    session.flash('success', `${connected.value.login} is connected. Its repositories are being read.`)
    return response.redirect().toRoute('connections.index')
  }

  async destroy({ params, response, session, actor }: HttpContext) {
    actor.authorize('connections.manage')
    const result = await new DisconnectAccount().execute({
      teamId: actor.teamId,
      id: params.id,
      by: actor.audit,
    })
    if (!result.ok) throw new NotFoundException('connection')
    const { left } = result.value
    const hooks = left === 1 ? 'One webhook' : `${left} webhooks`
    if (left === 0) session.flash('success', 'Disconnected. Its tokens and webhooks are gone.')
    else
      session.flash(
        'error',
        `Disconnected. ${hooks} could not be removed at the host; what they send is refused.`
      )
    return response.redirect().toRoute('connections.index')
  }
}
