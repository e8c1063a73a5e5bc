import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import CheckConnection from '#projects/actions/check_connection'
import DisconnectAccount from '#projects/actions/disconnect_account'
import { connectionToken } from '#projects/services/connection_token'
import { hostOfProject } from '#projects/services/host_of_project'
import { system } from '#shared/audit/record'
import { connectedAccount, connectedProject, ownHostUnderTest } from '#tests/support/hosts/connected'
import type { HostUnderTest } from '#tests/support/hosts/host_under_test'
import { aMember, aTeam, type Team } from '#tests/support/team'

const connections = (teamId: string) =>
  withTeam(teamId, (trx) => trx.from('git_connections').select('*').orderBy('created_at'))

const audited = (teamId: string) =>
  withTeam(teamId, async (trx) => {
    const rows = await trx
      .from('audit_entries')
      .select('action', 'actor_name', 'details')
      .orderBy('created_at')
    return rows.filter(({ action }: { action: string }) => action.startsWith('connection.'))
  })

for (const kind of ['github', 'gitlab'] as const) {
  test.group(`Connecting, ${kind}`, (group) => {
    let host: HostUnderTest
    let team: Team

    group.each.setup(async () => {
      host = await ownHostUnderTest(kind)
      team = await aTeam()
      return () => host.close()
    })

    /** Goes to the host and comes back with what it answers; the session's cookies go along by hand. */
    async function walk(client: ApiClient, consent: 'grant' | 'deny', change = (url: URL) => url) {
      const away = await client
        .get(`/settings/connections/${kind}/authorize`)
        .loginAs(team.user)
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
      const toHost = new URL(away.header('location')!)
      const answer = await fetch(toHost, {
        method: 'POST',
        body: new URLSearchParams({ consent }),
        redirect: 'manual',
      })
      const back = change(new URL(answer.headers.get('location')!))
      const pending = away.session().connecting
      const arrived = await client
        .get(`${back.pathname}${back.search}`)
        .loginAs(team.user)
        .withSession({ connecting: pending })
        .redirects(0)
      return { toHost, arrived, flash: arrived.flashMessages() as Record<string, string> }
    }

    test('goes over consent, with PKCE and a state', async ({ client, assert }) => {
      host.addRepository('ada/clock', { hasGit: false })
      const { toHost, flash } = await walk(client, 'grant')
      assert.equal(toHost.origin, host.url)
      assert.equal(toHost.searchParams.get('code_challenge_method'), 'S256')
      assert.isAbove(toHost.searchParams.get('state')!.length, 20)
      assert.match(flash.success!, /^ada is connected/)
      const [row] = await connections(team.teamId)
      assert.containsSubset(row, {
        host: kind,
        web_url: host.url,
        auth: 'oauth',
        account_login: 'ada',
        health: 'works',
      })
      const token = await connectionToken(team.teamId, row.id)
      assert.notInclude(JSON.stringify(row), token)
      assert.containsSubset(await audited(team.teamId), [
        { action: 'connection.made', actor_name: 'Ada Lovelace' },
      ])
    })

    test('connects nothing when consent is denied', async ({ client, assert }) => {
      const { flash } = await walk(client, 'deny')
      assert.match(flash.error!, /did not allow it/)
      assert.lengthOf(await connections(team.teamId), 0)
    })

    test('connects nothing with a state that was swapped', async ({ client, assert }) => {
      const { flash } = await walk(client, 'grant', (url) => {
        url.searchParams.set('state', 'x'.repeat(url.searchParams.get('state')!.length))
        return url
      })
      assert.match(flash.error!, /does not belong/)
      assert.lengthOf(await connections(team.teamId), 0)
    })

    test('connects nothing with a code that somebody else has begun', async ({ client, assert }) => {
      const other = await client
        .get(`/settings/connections/${kind}/authorize`)
        .loginAs(team.user)
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
      const consent = await fetch(other.header('location')!, {
        method: 'POST',
        body: new URLSearchParams({ consent: 'grant' }),
        redirect: 'manual',
      })
      const stolen = new URL(consent.headers.get('location')!).searchParams.get('code')!
      const { flash } = await walk(client, 'grant', (url) => {
        url.searchParams.set('code', stolen)
        return url
      })
      assert.match(flash.error!, /no longer takes|verifier/)
      assert.lengthOf(await connections(team.teamId), 0)
    })

    test('connects nothing that was not begun here', async ({ client, assert }) => {
      const path = `/settings/connections/${kind}/callback?code=abc&state=def`
      const arrived = await client.get(path).loginAs(team.user).redirects(0)
      assert.match((arrived.flashMessages() as Record<string, string>).error!, /not begun here/)
    })

    test('takes a token instead, once, and renews with a new one', async ({ client, assert }) => {
      const send = () =>
        client
          .post('/settings/connections')
          .loginAs(team.user)
          .withCsrfToken()
          .withSession({ confirmed_at: Date.now() })
          .redirects(0)
          .json({ host: kind, token: host.addToken('ada') })
      await send()
      await send()
      const rows = await connections(team.teamId)
      assert.lengthOf(rows, 1)
      assert.containsSubset(rows[0], { auth: 'token', account_login: 'ada' })
      assert.deepEqual(
        (await audited(team.teamId)).map(({ action }: { action: string }) => action),
        ['connection.made', 'connection.renewed']
      )
    })

    test('refuses a token that the host does not take, or that may too little', async ({
      client,
      assert,
    }) => {
      const send = (token: string) =>
        client
          .post('/settings/connections')
          .loginAs(team.user)
          .withCsrfToken()
          .withSession({ confirmed_at: Date.now() })
          .redirects(0)
          .accept('json')
          .json({ host: kind, token })
      const wrong = await send('gho_never-was-one')
      assert.equal(wrong.status(), 422)
      assert.match(wrong.text(), /does not take this token/)
      const few =
        'addToken' in host.standIn
          ? host.standIn.addToken('ada', kind === 'github' ? ['public_repo'] : ['read_api'])
          : ''
      const weak = await send(few)
      assert.equal(weak.status(), 422)
      assert.match(weak.text(), /lacks the scope/)
      assert.lengthOf(await connections(team.teamId), 0)
    })

    test('refuses addresses that no token may go to', async ({ client, assert }) => {
      for (const url of [
        'http://git.example.com',
        'https://user:pw@git.example.com',
        'ftp://x',
        'https://git.example.com?x=1',
      ]) {
        const response = await client
          .post('/settings/connections')
          .loginAs(team.user)
          .withCsrfToken()
          .withSession({ confirmed_at: Date.now() })
          .accept('json')
          .json({ host: kind, token: 'a-long-enough-token', url })
        assert.equal(response.status(), 422, url)
      }
    })

    test('shows the account and never the token', async ({ client, assert }) => {
      const id = await connectedAccount(team.teamId, host)
      const token = await connectionToken(team.teamId, id)
      const page = await client.get('/settings/connections').loginAs(team.user).withInertia()
      page.assertInertiaComponent('settings/connections')
      assert.include(page.text(), '"accountLogin":"ada"')
      assert.notInclude(page.text(), token)
      assert.notInclude(page.text(), 'ncrypted')
    })

    test('is for those who may, and each team sees its own', async ({ client, assert }) => {
      const id = await connectedAccount(team.teamId, host)
      const viewer = await aMember(team.teamId, 'viewer')
      const send = (user: Team['user'], path: string, method: 'post' | 'delete') =>
        client[method](path)
          .loginAs(user)
          .withSession({ confirmed_at: Date.now() })
          .withCsrfToken()
          .accept('json')
          .header('referer', '')
      const refused = await send(viewer, `/settings/connections/${id}?team=${team.teamId}`, 'delete')
      assert.equal(refused.status(), 403)
      const stranger = await aTeam()
      assert.equal((await send(stranger.user, `/settings/connections/${id}`, 'delete')).status(), 404)
      assert.equal((await send(stranger.user, `/settings/connections/${id}/checks`, 'post')).status(), 404)
      assert.lengthOf(await connections(team.teamId), 1)
      assert.lengthOf(await connections(stranger.teamId), 0)
    })

    test('notices a token that was revoked, and a host that is away', async ({ assert }) => {
      const id = await connectedAccount(team.teamId, host)
      const check = () => new CheckConnection().execute({ teamId: team.teamId, id })
      assert.equal(await check(), 'works')
      host.server.fail(/^GET /, { status: 503, body: 'away' }, 3)
      assert.equal(await check(), 'unreachable')
      host.server.fail(/^GET /, { status: 401, body: { message: 'Bad credentials' } })
      assert.equal(await check(), 'revoked')
      const [row] = await connections(team.teamId)
      assert.match(row.health_reason, /Reconnect/)
    })

    test('notices in the middle of work that the token was revoked', async ({ assert }) => {
      host.addRepository('ada/clock')
      const { id } = await connectedProject(team.teamId, host, 'ada/clock')
      const found = (await hostOfProject(team.teamId, id))!
      host.server.fail(/^GET /, { status: 401, body: { message: 'Bad credentials' } })
      await assert.rejects(() => found.host.repository(found.repository), /Reconnect/)
      for (let tries = 0; tries < 50; tries++) {
        const [row] = await connections(team.teamId)
        if (row.health === 'revoked') return
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      assert.fail('the connection still counts as working')
    })

    test('disconnects with its webhooks and tokens, and takes its projects up when it comes back', async ({
      client,
      assert,
    }) => {
      host.addRepository('ada/clock')
      const { id: projectId, connectionId } = await connectedProject(team.teamId, host, 'ada/clock')
      assert.lengthOf(host.hooksOf('ada/clock'), 1)
      const response = await client
        .delete(`/settings/connections/${connectionId}`)
        .loginAs(team.user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
      assert.match((response.flashMessages() as Record<string, string>).success!, /Disconnected/)
      assert.lengthOf(host.hooksOf('ada/clock'), 0)
      assert.lengthOf(await connections(team.teamId), 0)
      assert.isNull(await hostOfProject(team.teamId, projectId))
      await connectedAccount(team.teamId, host)
      assert.isNotNull(await hostOfProject(team.teamId, projectId))
      const entries = await audited(team.teamId)
      assert.deepEqual(entries.map(({ action }: { action: string }) => action).slice(-2), [
        'connection.removed',
        'connection.made',
      ])
    })

    test('revokes the token that came by consent, and no other of the account', async ({
      client,
      assert,
    }) => {
      await walk(client, 'grant')
      const other = host.standIn.oauth.grant('ada', ['repo', 'api'])
      const [{ id }] = await connections(team.teamId)
      const token = await connectionToken(team.teamId, id)
      await client
        .delete(`/settings/connections/${id}`)
        .loginAs(team.user)
        .withCsrfToken()
        .withSession({ confirmed_at: Date.now() })
        .redirects(0)
      assert.isNull(host.standIn.oauth.find(token))
      assert.isNotNull(host.standIn.oauth.find(other.token))
    })

    test('disconnects from a host that is gone, and says what stays there', async ({ assert }) => {
      host.addRepository('ada/clock')
      const { connectionId } = await connectedProject(team.teamId, host, 'ada/clock')
      host.server.fail(/hooks/, 'cut', 9)
      const result = await new DisconnectAccount().execute({
        teamId: team.teamId,
        id: connectionId,
        by: system,
      })
      assert.deepEqual(result, { ok: true, value: { left: 1 } })
      assert.lengthOf(await connections(team.teamId), 0)
    })
  })
}

test.group('Tokens that renew themselves', (group) => {
  let host: HostUnderTest
  let team: Team

  group.each.setup(async () => {
    host = await ownHostUnderTest('gitlab')
    team = await aTeam()
    return () => host.close()
  })

  /** A connection by consent whose token is about to end. */
  async function expiring() {
    const { oauth } = host.standIn
    host.standIn.users.size || host.addToken('ada')
    const grant = oauth.grant('ada', ['api'])
    const { default: ConnectAccount } = await import('#projects/actions/connect_account')
    const connected = await new ConnectAccount().execute({
      teamId: team.teamId,
      userId: null,
      by: system,
      address: { kind: 'gitlab', webUrl: host.url, apiUrl: host.apiUrl, reach: 'any_address' },
      auth: 'oauth',
      token: grant.token,
      refreshToken: grant.refreshToken,
      expiresAt: new Date(Date.now() + 1000),
      scopes: ['api'],
    })
    if (!connected.ok) throw new Error(connected.error)
    return { id: connected.value.id, grant }
  }

  test('are renewed once, however many ask at the same time', async ({ assert }) => {
    const { id, grant } = await expiring()
    const tokens = await Promise.all(Array.from({ length: 6 }, () => connectionToken(team.teamId, id)))
    assert.lengthOf(new Set(tokens), 1)
    assert.notEqual(tokens[0], grant.token)
    assert.equal(host.server.count(/^POST \/oauth\/token/), 1)
    assert.equal(await new CheckConnection().execute({ teamId: team.teamId, id }), 'works')
  })

  test('that can no longer be renewed make the connection expired, and a new consent mends it', async ({
    assert,
  }) => {
    const { id } = await expiring()
    host.standIn.oauth.revokeAll()
    await assert.rejects(() => connectionToken(team.teamId, id), /Reconnect/)
    const [row] = await connections(team.teamId)
    assert.equal(row.health, 'expired')
    await expiring()
    const [renewed] = await connections(team.teamId)
    assert.equal(renewed.health, 'works')
    assert.equal(renewed.id, id)
  })

  test('are kept when the host is away while they are renewed', async ({ assert }) => {
    const { id } = await expiring()
    host.server.fail(/^POST \/oauth\/token/, { status: 502, body: 'Bad gateway' })
    await assert.rejects(() => connectionToken(team.teamId, id), /cannot be reached/)
    assert.isString(await connectionToken(team.teamId, id))
  })
})
