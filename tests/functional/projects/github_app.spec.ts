import { generateKeyPairSync } from 'node:crypto'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import AddProject from '#projects/actions/add_project'
import CheckConnection from '#projects/actions/check_connection'
import SyncRepositories from '#projects/actions/sync_repositories'
import { connectionToken } from '#projects/services/connection_token'
import { hostOfProject } from '#projects/services/host_of_project'
import type { GithubStandIn } from '#tests/support/github/stand_in'
import { ownHostUnderTest, repositoryId } from '#tests/support/hosts/connected'
import { withSettings } from '#tests/support/hosts/settings'
import { aTeam, type Team } from '#tests/support/team'

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

test.group('A GitHub App', (group) => {
  let github: GithubStandIn
  let team: Team
  let appId = 4000

  group.each.setup(async () => {
    const host = await ownHostUnderTest('github')
    github = host.standIn as GithubStandIn
    appId += 1
    github.app = { id: appId, slug: 'agentops-acme', publicKey: keys.publicKey }
    const restore = withSettings({ GITHUB_APP_ID: appId, GITHUB_APP_PRIVATE_KEY: keys.privateKey })
    team = await aTeam()
    return async () => {
      restore()
      await host.close()
    }
  })

  function install(id: number, account: string, users: string[], repositories: string[]) {
    for (const path of repositories) github.addRepository(path)
    github.installations.set(id, { id, account, users, repositories, suspended: false })
  }

  async function connect(client: import('@japa/api-client').ApiClient) {
    const away = await client
      .get('/settings/connections/github/authorize')
      .loginAs(team.user)
      .withSession({ confirmed_at: Date.now() })
      .redirects(0)
    const consent = await fetch(away.header('location')!, {
      method: 'POST',
      body: new URLSearchParams({ consent: 'grant' }),
      redirect: 'manual',
    })
    const back = new URL(consent.headers.get('location')!)
    return client
      .get(`${back.pathname}${back.search}`)
      .loginAs(team.user)
      .withSession({ connecting: away.session().connecting })
      .redirects(0)
  }

  const rows = () => withTeam(team.teamId, (trx) => trx.from('git_connections').select('*'))

  test('is connected where a person has installed it, and nowhere else', async ({ client, assert }) => {
    install(71, 'acme', ['ada'], ['acme/clock'])
    install(72, 'rival', ['eve'], ['rival/secret'])
    await connect(client)
    const [row, ...others] = await rows()
    assert.lengthOf(others, 0)
    assert.containsSubset(row, {
      auth: 'app',
      account_login: 'acme',
      installation_id: 71,
      token_encrypted: null,
    })
  })

  test('sends a person on to install it first', async ({ client, assert }) => {
    const answer = await connect(client)
    assert.equal(answer.header('location'), `${github.url}/apps/agentops-acme/installations/new`)
    assert.lengthOf(await rows(), 0)
    const back = await client
      .get('/settings/connections/github/callback?code=x&installation_id=71&setup_action=install')
      .loginAs(team.user)
      .redirects(0)
    assert.include(back.header('location')!, '/settings/connections/github/authorize')
  })

  test('works with tokens of an hour for the repositories it was given', async ({ client, assert }) => {
    install(73, 'acme', ['ada'], ['acme/clock'])
    await connect(client)
    const [{ id: connectionId }] = await rows()
    const { teamId } = team
    await new SyncRepositories().execute({ teamId, connectionId })
    const token = await connectionToken(teamId, connectionId)
    assert.match(token, /^ghs_/)
    assert.equal(await connectionToken(teamId, connectionId), token)
    const added = await new AddProject().execute({
      teamId,
      userId: null,
      source: 'connection',
      repositoryId: await repositoryId(teamId, 'acme/clock'),
    })
    assert.isTrue(added.ok, JSON.stringify(added))
    const number = github.addIssue('acme/clock', { title: 'Silent' }).number
    const { host, repository } = (await hostOfProject(teamId, added.ok ? added.value.id : ''))!
    await host.upsertStickyComment(repository, { kind: 'issue', number }, { marker: 'm', body: 'one' })
    await host.upsertStickyComment(repository, { kind: 'issue', number }, { marker: 'm', body: 'two' })
    const { comments } = github.repositories.get('acme/clock')!.issues.get(number)!
    assert.lengthOf(comments, 1)
    assert.equal(comments[0]!.user, 'agentops-acme[bot]')
  })

  test('that was suspended at GitHub shows as such', async ({ client, assert }) => {
    install(74, 'acme', ['ada'], ['acme/clock'])
    await connect(client)
    const [{ id }] = await rows()
    assert.equal(await new CheckConnection().execute({ teamId: team.teamId, id }), 'works')
    github.installations.get(74)!.suspended = true
    assert.equal(await new CheckConnection().execute({ teamId: team.teamId, id }), 'revoked')
  })
})
