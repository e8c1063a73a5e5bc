import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import AddProject from '#projects/actions/add_project'
import RemoveProject from '#projects/actions/remove_project'
import SyncRepositories from '#projects/actions/sync_repositories'
import { removeWebhook } from '#projects/jobs/remove_webhook'
import { openProjectRemote } from '#projects/services/project_remote'
import { anApiUser } from '#tests/support/api'
import {
  connectedAccount,
  connectedProject,
  ownHostUnderTest,
  repositoryId,
} from '#tests/support/hosts/connected'
import type { HostUnderTest } from '#tests/support/hosts/host_under_test'
import { aTeam, type Team } from '#tests/support/team'

for (const kind of ['github', 'gitlab'] as const) {
  test.group(`Repositories of an account, ${kind}`, (group) => {
    let host: HostUnderTest
    let team: Team

    group.each.setup(async () => {
      host = await ownHostUnderTest(kind)
      team = await aTeam()
      return () => host.close()
    })

    const add = async (path: string) =>
      new AddProject().execute({
        teamId: team.teamId,
        userId: null,
        source: 'connection',
        repositoryId: await repositoryId(team.teamId, path),
      })

    test('are found among thousands while one types', async ({ client, assert }) => {
      for (let number = 0; number < 1500; number++)
        host.addRepository(`acme/service-${number}`, { hasGit: false })
      host.addRepository('acme/Uhrwerk', { hasGit: false })
      await connectedAccount(team.teamId, host, 'acme')
      const all = await client.get('/repositories?perPage=50').loginAs(team.user).accept('json')
      assert.equal(all.body().meta.total, 1501)
      assert.lengthOf(all.body().data, 50)
      assert.equal(all.body().data[0].path, 'acme/Uhrwerk')
      const found = await client.get('/repositories?search=uhr%20ACME').loginAs(team.user).accept('json')
      assert.deepEqual(
        found.body().data.map(({ path }: { path: string }) => path),
        ['acme/Uhrwerk']
      )
      assert.containsSubset(found.body().data[0], {
        defaultBranch: 'main',
        visibility: 'private',
        projectId: null,
      })
      const wild = await client.get('/repositories?search=%25_').loginAs(team.user).accept('json')
      assert.equal(wild.body().meta.total, 0)
    })

    test('that are gone at the host go from the list', async ({ assert }) => {
      host.addRepository('ada/clock', { hasGit: false })
      host.addRepository('ada/bell', { hasGit: false })
      const connectionId = await connectedAccount(team.teamId, host)
      const { standIn } = host
      if ('repositories' in standIn) standIn.repositories.delete('ada/bell')
      else standIn.projects.splice(1, 1)
      await new SyncRepositories().execute({ teamId: team.teamId, connectionId })
      const rows = await withTeam(team.teamId, (trx) => trx.from('git_repositories').select('path'))
      assert.deepEqual(rows, [{ path: 'ada/clock' }])
    })

    test('stay in the list while the host cannot be read', async ({ assert }) => {
      host.addRepository('ada/clock', { hasGit: false })
      const connectionId = await connectedAccount(team.teamId, host)
      host.server.fail(/^GET /, { status: 500, body: 'no' }, 9)
      await assert.rejects(() => new SyncRepositories().execute({ teamId: team.teamId, connectionId }))
      const [row] = await withTeam(team.teamId, (trx) =>
        trx
          .from('git_connections as c')
          .join('git_repositories as r', 'r.connection_id', 'c.id')
          .select('r.path', 'c.sync_problem')
      )
      assert.equal(row.path, 'ada/clock')
      assert.match(row.sync_problem, /cannot be reached/)
    })

    test('become projects, several at once, each on its own default branch', async ({ client, assert }) => {
      host.addRepository('ada/clock', { defaultBranch: 'trunk' })
      host.addRepository('ada/glocke', { defaultBranch: 'größe/haupt' })
      host.addRepository('ada/void', { files: {} })
      await connectedAccount(team.teamId, host)
      const ids = await Promise.all(
        ['ada/clock', 'ada/glocke', 'ada/void'].map((path) => repositoryId(team.teamId, path))
      )
      const response = await client
        .post('/projects/imports')
        .loginAs(team.user)
        .withCsrfToken()
        .redirects(0)
        .json({ repositories: ids })
      const flash = response.flashMessages() as Record<string, string>
      assert.equal(flash.success, '2 projects added.')
      assert.match(flash.error!, /empty/)
      const rows = await withTeam(team.teamId, (trx) =>
        trx.from('projects').select('name', 'default_branch', 'credential_encrypted').orderBy('name')
      )
      assert.deepEqual(rows, [
        { name: 'clock', default_branch: 'trunk', credential_encrypted: null },
        { name: 'glocke', default_branch: 'größe/haupt', credential_encrypted: null },
      ])
    })

    test('are opened with the token of the moment, which is kept nowhere', async ({ assert }) => {
      host.addRepository('ada/clock')
      const { id, connectionId } = await connectedProject(team.teamId, host, 'ada/clock')
      const row = await withTeam(team.teamId, (trx) => trx.from('projects').where('id', id).firstOrFail())
      const opened = await openProjectRemote({
        teamId: team.teamId,
        connectionId,
        kind: row.remote_kind,
        url: row.remote_url,
        credentialEncrypted: null,
      })
      assert.equal(opened.credential?.kind, 'token')
      assert.notInclude(JSON.stringify(row), opened.secrets[0])
    })

    test('get a webhook that goes with the project', async ({ assert }) => {
      host.addRepository('ada/clock')
      const { id } = await connectedProject(team.teamId, host, 'ada/clock')
      assert.lengthOf(host.hooksOf('ada/clock'), 1)
      await new RemoveProject().execute({ teamId: team.teamId, id })
      const [job] = await withTeam(team.teamId, (trx) =>
        trx.from('jobs').where('name', removeWebhook.name).select('id', 'payload')
      )
      const signal = new AbortController().signal
      await removeWebhook.run(job.payload, { id: job.id, teamId: team.teamId, attempt: 1, signal })
      assert.lengthOf(host.hooksOf('ada/clock'), 0)
    })

    test('are not added when they are gone, archived, or nobody here may push', async ({ assert }) => {
      host.addRepository('ada/clock')
      host.addRepository('bob/watch')
      host.addMember('bob/watch', 'ada', 'read')
      await connectedAccount(team.teamId, host)
      const readOnly = await add('bob/watch')
      assert.match(readOnly.ok ? '' : readOnly.error.message, /may only read/)
      host.server.fail(/^GET /, { status: 404, body: { message: '404 Not Found' } })
      const gone = await add('ada/clock')
      assert.match(gone.ok ? '' : gone.error.message, /nothing at that address/)
      const { standIn } = host
      if ('repositories' in standIn) standIn.repositories.get('ada/clock')!.archived = true
      else standIn.project('ada/clock').archived = true
      const archived = await add('ada/clock')
      assert.match(archived.ok ? '' : archived.error.message, /archived/)
    })

    test('of another team do not exist', async ({ client, assert }) => {
      host.addRepository('ada/clock')
      await connectedAccount(team.teamId, host)
      const stranger = await aTeam()
      const id = await repositoryId(team.teamId, 'ada/clock')
      const result = await new AddProject().execute({
        teamId: stranger.teamId,
        userId: null,
        source: 'connection',
        repositoryId: id,
      })
      assert.match(result.ok ? '' : result.error.message, /no longer in the list/)
      const list = await client.get('/repositories').loginAs(stranger.user).accept('json')
      assert.equal(list.body().meta.total, 0)
    })

    test('are in the API too', async ({ client, assert }) => {
      host.addRepository('ada/clock')
      const api = await anApiUser()
      await connectedAccount(api.teamId, host)
      const list = await client.get('/api/repositories?search=clock').bearerToken(api.token)
      assert.equal(list.status(), 200)
      assert.equal(list.body().data[0].path, 'ada/clock')
      const sync = await client.post('/api/repositories/sync').bearerToken(api.token)
      assert.equal(sync.status(), 202)
      assert.deepEqual(sync.body(), { connections: 1 })
      const made = await client
        .post('/api/projects')
        .bearerToken(api.token)
        .json({ source: 'connection', repositoryId: list.body().data[0].id })
      assert.equal(made.status(), 201, made.text())
      const without = await client.get('/api/repositories')
      assert.equal(without.status(), 401)
    })
  })
}
