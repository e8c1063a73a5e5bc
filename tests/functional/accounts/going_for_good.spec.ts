import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import { purgeDeletedTeams } from '#ops/jobs/purge_deleted_teams'
import EnsureWebhook from '#projects/actions/ensure_webhook'
import RemoveProject from '#projects/actions/remove_project'
import { sealed } from '#projects/services/connection_store'
import { connectionToken } from '#projects/services/connection_token'
import { removeForgottenMirrors } from '#projects/services/team_folders'
import { sql } from '#shared/database/sql'
import env from '#start/env'
import { aToken } from '#tests/support/api'
import { connectedProject, ownHostUnderTest } from '#tests/support/hosts/connected'
import type { HostUnderTest } from '#tests/support/hosts/host_under_test'
import { runDueJobs } from '#tests/support/mail'
import { aSampleProject, aTeam, type Team } from '#tests/support/team'

const inData = (...parts: string[]) => join(env.get('DATA_DIR'), ...parts)

/** A team whose grace period has been over for some time. */
const markDeleted = (teamId: string, ago: string) =>
  withTeam(teamId, (trx) =>
    sql(trx, 'update teams set deleted_at = now(), purge_at = now() - cast(? as interval) where id = ?', [
      ago,
      teamId,
    ])
  )

const rowsOf = (teamId: string, tables: readonly string[]) =>
  withTeam(teamId, async (trx) => {
    let rows = 0
    for (const table of tables) rows += Number((await trx.from(table).count('* as n').first()).n)
    return rows
  })

const purge = () =>
  purgeDeletedTeams.run(
    {},
    { id: randomUUID(), teamId: null, attempt: 1, signal: new AbortController().signal }
  )

for (const kind of ['github', 'gitlab'] as const) {
  test.group(`Going for good, ${kind}`, (group) => {
    let host: HostUnderTest
    let team: Team

    group.each.setup(async () => {
      host = await ownHostUnderTest(kind)
      team = await aTeam()
      return () => host.close()
    })

    test('a team takes its webhooks, tokens, mirrors and rows along', async ({ assert }) => {
      host.addRepository('ada/clock')
      host.addRepository('ada/other')
      const { id } = await connectedProject(team.teamId, host, 'ada/clock')
      const stays = await aTeam()
      await connectedProject(stays.teamId, host, 'ada/other')
      const sample = await aSampleProject(team)
      await aToken(team)
      await mkdir(inData('mirrors', team.teamId, id), { recursive: true })
      assert.lengthOf(host.hooksOf('ada/clock'), 1)
      await markDeleted(team.teamId, '1 minute')
      await purge()
      assert.lengthOf(host.hooksOf('ada/clock'), 0)
      assert.lengthOf(host.hooksOf('ada/other'), 1)
      for (const folder of ['mirrors', 'remotes'])
        assert.isFalse(existsSync(inData(folder, team.teamId)), folder)
      assert.isFalse(existsSync(sample.remote))
      const tables = [
        'teams',
        'projects',
        'git_connections',
        'git_webhooks',
        'git_repositories',
        'api_tokens',
      ]
      assert.equal(await rowsOf(team.teamId, tables), 0)
      assert.isAbove(await rowsOf(stays.teamId, tables), 0)
    })

    test('a token that came by consent ends at the host', async ({ assert }) => {
      host.addRepository('ada/clock')
      const { connectionId } = await connectedProject(team.teamId, host, 'ada/clock')
      const { token: granted } = host.standIn.oauth.grant('ada', ['repo', 'api'])
      await withTeam(team.teamId, async (trx) => {
        await trx
          .from('git_connections')
          .where('id', connectionId)
          .update({ auth: 'oauth', token_encrypted: sealed(granted) })
      })
      assert.equal(await connectionToken(team.teamId, connectionId), granted)
      await markDeleted(team.teamId, '1 minute')
      await purge()
      assert.isNull(host.standIn.oauth.find(granted))
    })

    test('a host that is away is asked again for a day, and then keeps no team', async ({ assert }) => {
      host.addRepository('ada/clock')
      await connectedProject(team.teamId, host, 'ada/clock')
      await markDeleted(team.teamId, '1 minute')
      host.server.fail(/hooks/, 'cut', 9)
      await purge()
      assert.equal(await rowsOf(team.teamId, ['teams', 'git_connections']), 2)
      await markDeleted(team.teamId, '25 hours')
      await purge()
      assert.equal(await rowsOf(team.teamId, ['teams', 'git_connections']), 0)
    })

    test('a project takes its webhook along, also one that is made while it goes', async ({ assert }) => {
      host.addRepository('ada/clock')
      const { id } = await connectedProject(team.teamId, host, 'ada/clock', { webhook: false })
      let removed: Promise<unknown> | null = null
      host.server.after = (call, reply) => {
        if (call.method === 'POST' && /hooks$/.test(call.path))
          removed ??= new RemoveProject().execute({ teamId: team.teamId, id })
        return reply
      }
      await new EnsureWebhook().execute({ teamId: team.teamId, projectId: id })
      await removed
      await runDueJobs()
      assert.isNotNull(removed)
      assert.lengthOf(host.hooksOf('ada/clock'), 0)
      assert.equal(await rowsOf(team.teamId, ['projects', 'git_webhooks']), 0)
    })
  })
}

test.group('Mirrors of projects that are gone', () => {
  test('are removed by each machine on its own, and no others', async ({ assert }) => {
    const team = await aTeam()
    const { id } = await aSampleProject(team)
    const [kept, forgotten] = [
      inData('mirrors', team.teamId, id),
      inData('mirrors', team.teamId, randomUUID()),
    ]
    const strangers = inData('mirrors', randomUUID(), randomUUID())
    for (const folder of [kept, forgotten, strangers]) await mkdir(folder, { recursive: true })
    await removeForgottenMirrors()
    assert.deepEqual([kept, forgotten, strangers].map(existsSync), [true, false, false])
  })
})
