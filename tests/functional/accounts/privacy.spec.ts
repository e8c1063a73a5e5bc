import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { fromBuffer } from 'yauzl'
import User from '#accounts/models/user'
import { withUser } from '#accounts/services/tenancy'
import MakeDataExport from '#ops/actions/make_data_export'
import { purgeDeletedPeople } from '#ops/jobs/purge_deleted_people'
import { sql } from '#shared/database/sql'
import { aWorkflow } from '#tests/support/api'
import { linkIn, mailsTo } from '#tests/support/mail'
import { aMember, aTeam, type Team } from '#tests/support/team'

/** The texts in a ZIP by their names, read by another library than the one that wrote it. */
function unzip(archive: Buffer): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      const texts: Record<string, string> = {}
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, async (failure, stream) => {
          if (failure) return reject(failure)
          texts[entry.fileName] = Buffer.concat(await stream.toArray()).toString()
          zip.readEntry()
        })
      })
      zip.on('end', () => resolve(texts))
      zip.readEntry()
    })
  })
}

const confirmed = { confirmed_at: Date.now() }
const change = (client: ApiClient, team: Team, path: string) =>
  client
    .post(path)
    .loginAs(team.user)
    .withSession({ ...confirmed, confirmed_at: Date.now() })
    .withCsrfToken()
    .redirects(0)

async function exportOf(team: Team) {
  const rows = await withUser(team.user.id, (trx) =>
    sql<{ id: string; archive: Buffer; ready_at: Date }>(trx, 'select * from data_exports')
  )
  return rows.rows[0]!
}

test.group('The copy of one’s data', () => {
  test('is made by a job, holds what the person did, and no secret', async ({ client, assert }) => {
    const team = await aTeam()
    await aWorkflow(team.teamId)
    const asked = await change(client, team, '/settings/privacy/exports')
    asked.assertStatus(302)
    const { id } = await exportOf(team)
    await new MakeDataExport().execute({ exportId: id, userId: team.user.id })
    const { archive } = await exportOf(team)
    const files = await unzip(archive)
    assert.equal(JSON.parse(files['profile.json']!)[0].email, team.user.email)
    assert.equal(JSON.parse(files['teams.json']!)[0].id, team.teamId)
    assert.properties(files, [`teams/${team.teamId}/workflows.json`, 'README.txt'])
    const all = Object.values(files).join('\n')
    assert.notInclude(all, team.user.password!)
    assert.notMatch(all, /token_hash|secret_encrypted|\$scrypt/)
  })

  test('opens for its person alone, however the link went astray', async ({ client, assert }) => {
    const [team, other] = [await aTeam(), await aTeam()]
    await change(client, team, '/settings/privacy/exports')
    const mail = (await mailsTo(team.user.email)).find(({ subject }) => subject === 'Your data are ready')
    const own = await client.get(linkIn(mail)).loginAs(team.user)
    own.assertStatus(200)
    own.assertHeader('content-type', 'application/zip')
    const stranger = await client.get(linkIn(mail)).loginAs(other.user)
    stranger.assertStatus(404)
    const nobody = await client.get(linkIn(mail)).redirects(0)
    assert.equal(nobody.header('location'), '/login')
    const seen = await withUser(other.user.id, (trx) => sql(trx, 'select * from data_exports'))
    assert.equal(seen.rowCount, 0)
  })

  test('wants the person to confirm that it is them', async ({ client }) => {
    const team = await aTeam()
    const asked = await client
      .post('/settings/privacy/exports')
      .loginAs(team.user)
      .withSession({})
      .withCsrfToken()
      .redirects(0)
    asked.assertStatus(428)
  })
})

test.group('The deletion of an account', () => {
  const remove = (client: ApiClient, team: Team, confirmation = team.user.email) =>
    change(client, team, '/settings/privacy/deletion').form({ confirmation })
  const isThere = async (id: string) => (await User.find(id)) !== null
  const makeDue = (id: string) =>
    db
      .from('users')
      .where('id', id)
      .update({ purge_at: new Date(Date.now() - 1000) })
  const purge = () =>
    purgeDeletedPeople.run({}, { id: '', teamId: null, attempt: 1, signal: new AbortController().signal })

  test('signs out at once and removes everything after the grace period', async ({ client, assert }) => {
    const team = await aTeam()
    const answer = await remove(client, team)
    answer.assertStatus(302)
    answer.assertHeader('location', '/login')
    await purge()
    assert.isTrue(await isThere(team.user.id))
    await makeDue(team.user.id)
    await purge()
    assert.isFalse(await isThere(team.user.id))
  })

  test('is taken back by signing in', async ({ client, assert }) => {
    const team = await aTeam()
    await remove(client, team)
    await client
      .post('/login')
      .withCsrfToken()
      .form({ email: team.user.email, password: 'correct horse battery' })
      .redirects(0)
    await purge()
    const user = await User.findOrFail(team.user.id)
    assert.isNull(user.$extras.purge_at ?? null)
    const row = await db.from('users').where('id', team.user.id).select('purge_at').firstOrFail()
    assert.isNull(row.purge_at)
  })

  test('is refused to the last owner of a team with others in it', async ({ client, assert }) => {
    const team = await aTeam()
    await aMember(team.teamId, 'developer')
    await remove(client, team)
    const row = await db.from('users').where('id', team.user.id).select('purge_at').firstOrFail()
    assert.isNull(row.purge_at)
  })

  test('wants the address typed', async ({ client, assert }) => {
    const team = await aTeam()
    await remove(client, team, 'somebody@example.test')
    const row = await db.from('users').where('id', team.user.id).select('purge_at').firstOrFail()
    assert.isNull(row.purge_at)
  })
})
