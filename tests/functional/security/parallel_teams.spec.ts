import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { aTokenOf, aWorld, type World } from '#tests/support/world'

const ROUNDS = 200

test.group('Two teams at the same time', () => {
  test('never see each other, in 200 requests at once on few connections', async ({ client, assert }) => {
    const worlds = [await aWorld(), await aWorld()] as const
    const tokens = await Promise.all(worlds.map((world) => aTokenOf(world, 'owner', ['admin'])))
    const asToken = (turn: number, path: string) =>
      client.get(path).header('authorization', `Bearer ${tokens[turn]}`)
    const asPerson = ({ user }: World, path: string) => client.get(path).loginAs(user)
    const ways = [
      (turn: number) => asToken(turn, '/api/projects'),
      (turn: number) => asPerson(worlds[turn]!, '/projects').withInertia(),
      (turn: number) => asToken(turn, '/api/workflows'),
      (turn: number) => asPerson(worlds[turn]!, `/workflows/${worlds[turn]!.ids.workflow}`).withInertia(),
      (turn: number) => asToken(turn, '/api/audit'),
      (turn: number) => asPerson(worlds[turn]!, '/settings/members').withInertia(),
      (turn: number) => asToken(turn, `/api/workflows/${worlds[turn]!.ids.workflow}/patch`),
      (turn: number) => asPerson(worlds[turn]!, `/workflows/${worlds[turn]!.ids.workflow}/artifacts/patch`),
    ]
    const answers = await Promise.all(
      Array.from({ length: ROUNDS }, async (_, round) => {
        const turn = Math.floor(round / ways.length) % 2
        const way = round % ways.length
        return { turn, way, response: await ways[way]!(turn) }
      })
    )
    for (const { turn, way, response } of answers) {
      assert.equal(response.status(), 200, `way ${way}`)
      assert.include(response.text(), worlds[turn]!.marker, `way ${way}`)
      assert.notInclude(response.text(), worlds[1 - turn]!.marker, `way ${way}`)
    }
    const { rows } = await db.rawQuery(
      `select count(*)::int as open from pg_stat_activity where usename = current_user and datname = current_database()`
    )
    assert.isAtMost(rows[0].open, 40, 'the requests shared few connections')
  }).timeout(60_000)

  test('never see each other when people switch teams in between', async ({ client, assert }) => {
    const [mine, theirs] = [await aWorld(), await aWorld()]
    await db.transaction(async (trx) => {
      await trx.rawQuery(`select set_config('app.current_team_id', ?, true)`, [theirs.teamId])
      await trx.table('memberships').insert({ team_id: theirs.teamId, user_id: mine.user.id, role: 'viewer' })
    })
    const pages = await Promise.all(
      Array.from({ length: 60 }, async (_, round) => {
        const [shown, hidden] = round % 2 ? [mine, theirs] : [theirs, mine]
        const response = await client
          .get(`/projects?team=${shown.teamId}`)
          .loginAs(mine.user)
          .withSession({ team_id: hidden.teamId })
          .withInertia()
        return { response, shown, hidden }
      })
    )
    for (const { response, shown, hidden } of pages) {
      assert.include(response.text(), shown.marker)
      assert.notInclude(response.text(), hidden.marker)
    }
  })
})
