import { setTimeout as wait } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { teamRows } from '#accounts/services/team_rows'
import { withTeam } from '#accounts/services/tenancy'
import { projectRows } from '#tests/support/api'
import { aTeam } from '#tests/support/team'

interface Seen {
  names: string[]
  pid: number
}

const look = `
  select coalesce(array_agg(name::text order by name), '{}') as names, pg_backend_pid() as pid
  from projects where name like $1`

async function aTeamWith(name: string) {
  const { teamId } = await aTeam()
  await projectRows(teamId, [name])
  return teamId
}

/** What a connection shows to whoever forgot to say for which team. */
async function unclaimed(): Promise<{ seen: number; setting: string | null }> {
  const { rows } = await db.rawQuery(
    `select (select count(*) from projects) as seen, nullif(current_setting('app.current_team_id', true), '') as setting`
  )
  return rows[0]
}

test.group('teamRows', () => {
  test('never mixes two teams on the same connections', async ({ assert }) => {
    const teams = [await aTeamWith('alpha'), await aTeamWith('beta')] as const
    const names = ['alpha', 'beta']
    const pids = [new Set<number>(), new Set<number>()]
    const one = async (round: number) => {
      const turn = round % 2
      if (round % 7 === 0) return assert.deepEqual(await unclaimed(), { seen: 0, setting: null })
      if (round % 11 === 0) {
        const row = await withTeam(teams[turn]!, (trx) => trx.from('projects').select('name').firstOrFail())
        return assert.equal(row.name, names[turn])
      }
      if (round % 13 === 0)
        return assert.rejects(() => teamRows(teams[turn]!, 'select 1 / $1::int', [0]), /division by zero/)
      const [row] = await teamRows<Seen>(teams[turn]!, look, ['%'])
      assert.deepEqual(row!.names, [names[turn]])
      pids[turn]!.add(row!.pid)
    }
    await Promise.all(Array.from({ length: 1500 }, (_, round) => one(round)))
    const shared = [...pids[0]!].filter((pid) => pids[1]!.has(pid))
    assert.isAbove(shared.length, 0, 'the teams did share connections')
    assert.isAtMost(new Set([...pids[0]!, ...pids[1]!]).size, 12)
  })

  test('leaves nothing on a connection, whether the statement succeeds or fails', async ({ assert }) => {
    const teamId = await aTeamWith('alpha')
    const connection = db.connection().getWriteClient().client
    for (const sql of ['select 1', 'select 1 / 0', 'select nothing from nowhere', 'select $1::uuid']) {
      await teamRows(teamId, sql, sql.includes('$1') ? ['not a uuid'] : []).catch(() => {})
      const raw = await connection.acquireConnection()
      try {
        const { rows } = await raw.query(`select current_setting('app.current_team_id', true) as setting`)
        assert.oneOf(rows[0].setting, [null, ''], sql)
      } finally {
        connection.releaseConnection(raw)
      }
      assert.lengthOf(await teamRows(teamId, 'select 1'), 1)
    }
  })

  test('shows nothing for a team that is not there, and fails for what is no team', async ({ assert }) => {
    await aTeamWith('alpha')
    const [row] = await teamRows<Seen>(crypto.randomUUID(), look, ['%'])
    assert.deepEqual(row!.names, [])
    await assert.rejects(() =>
      teamRows(`'; select set_config('app.current_team_id', '', true) --`, look, ['%'])
    )
    await assert.rejects(() =>
      teamRows(undefined as never, 'select count(*) from projects where $1::text is null', [null]).then(
        (rows) => {
          if (Number((rows[0] as { count: number }).count) === 0) throw new Error('nothing is seen')
        }
      )
    )
  })

  test('cannot write into another team', async ({ assert }) => {
    const mine = await aTeamWith('alpha')
    const theirs = await aTeamWith('beta')
    const insert = `insert into projects (team_id, name, remote_kind, remote_url, default_branch)
      values ($1, 'gamma', 'https', 'https://git.example.test/x.git', 'main') returning id`
    await assert.rejects(() => teamRows(mine, insert, [theirs]), /row-level security/)
    assert.lengthOf(
      await teamRows(mine, `update projects set name = 'mine' where team_id = $1 returning id`, [theirs]),
      0
    )
    assert.lengthOf(await teamRows(theirs, insert, [theirs]), 1)
  })

  test('undoes a statement that fails half-way', async ({ assert }) => {
    const teamId = await aTeamWith('alpha')
    const halfway = `with gone as (delete from projects returning 1) select 1 / (count(*) - 1) from gone`
    await assert.rejects(() => teamRows(teamId, halfway), /division by zero/)
    assert.deepEqual((await teamRows<Seen>(teamId, look, ['%']))[0]!.names, ['alpha'])
  })

  test('goes on after connections were lost', async ({ assert }) => {
    const teamId = await aTeamWith('alpha')
    const lost = Array.from({ length: 5 }, () =>
      teamRows(teamId, 'select pg_terminate_backend(pg_backend_pid())')
    )
    assert.isTrue((await Promise.allSettled(lost)).every(({ status }) => status === 'rejected'))
    // The server's farewell arrives before the end of the connection does.
    await wait(50)
    const rows = await Promise.all(Array.from({ length: 40 }, () => teamRows<Seen>(teamId, look, ['%'])))
    assert.isTrue(rows.every(([row]) => row!.names[0] === 'alpha'))
  })
})
