import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import AuthorizeAccount from '#projects/actions/authorize_account'
import type { HostKind } from '#projects/git/host_contract'
import { oauthOf, redirectUri } from '#projects/services/connection_token'
import { hostNames, oauthClient, ownHost } from '#projects/services/git_hosts'
import { newPkce } from '#projects/services/pkce'
import { authorizationAnswerValidator } from '#projects/validators/connection'

const GOOD_FOR_MS = 15 * 60_000

/** What waits in the session for a person to come back from a host. */
interface Pending {
  kind: HostKind
  teamId: string
  state: string
  verifier: string
  begunAt: number
}

const key = 'connecting'

const same = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** The way to a host and back, over a person's consent there. */
export default class ConnectionAuthorizationsController {
  create({ params, response, session, actor }: HttpContext) {
    actor.authorize('connections.manage')
    const kind: HostKind = params.host
    const client = oauthClient(kind)
    if (!client) {
      const names =
        kind === 'github'
          ? 'GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET'
          : 'GITLAB_CLIENT_ID and GITLAB_CLIENT_SECRET'
      session.flash(
        'error',
        `${hostNames[kind]} is not set up here: ${names} turn it on. Connect with a token instead.`
      )
      return response.redirect().toRoute('connections.index')
    }
    const { verifier, challenge } = newPkce()
    const pending: Pending = {
      kind,
      teamId: actor.teamId,
      state: randomBytes(24).toString('base64url'),
      verifier,
      begunAt: Date.now(),
    }
    session.put(key, pending)
    const way = { redirectUri: redirectUri(kind), state: pending.state, challenge }
    return response.redirect().toPath(oauthOf[kind].authorizeUrl({ ...ownHost(kind), ...client }, way))
  }

  async show({ params, request, response, session, actor }: HttpContext) {
    actor.authorize('connections.manage')
    const kind: HostKind = params.host
    const answer = await request.validateUsing(authorizationAnswerValidator)
    const pending: Pending | null = session.pull(key, null)
    const back = (type: 'success' | 'error', message: string) => {
      session.flash(type, message)
      return response.redirect().toRoute('connections.index')
    }
    // after installing an app by hand GitHub sends people here without anything begun
    if (answer.setup_action && !answer.state)
      return response.redirect().toRoute('connections.create', { host: kind })
    if (!pending || pending.kind !== kind || pending.begunAt < Date.now() - GOOD_FOR_MS) {
      return back('error', 'This connection was not begun here, or too long ago. Begin it once more.')
    }
    if (!same(answer.state ?? '', pending.state)) {
      return back(
        'error',
        'The answer does not belong to what was begun in this browser, so it was not used. Begin it once more.'
      )
    }
    if (pending.teamId !== actor.teamId) {
      return back(
        'error',
        'You changed to another team meanwhile, so nothing was connected. Begin it once more.'
      )
    }
    if (answer.error === 'access_denied') {
      return back('error', `You did not allow it at ${hostNames[kind]}, so nothing was connected.`)
    }
    if (!answer.code) {
      return back(
        'error',
        `${hostNames[kind]} did not finish: ${answer.error_description ?? answer.error ?? 'it gave no reason'}`
      )
    }
    const { teamId, userId, audit } = actor
    const { code } = answer
    const result = await new AuthorizeAccount().execute({
      teamId,
      userId,
      by: audit,
      kind,
      code,
      verifier: pending.verifier,
    })
    if (!result.ok) return back('error', result.error)
    if (result.value.kind === 'install') return response.redirect().toPath(result.value.url)
    return back('success', `${result.value.names.join(', ')} is connected. Its repositories are being read.`)
  }
}
