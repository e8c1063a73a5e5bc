import { test } from '@japa/runner'
import User from '#accounts/models/user'
import { aMember, aTeam } from '#tests/support/team'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)
const webp = Buffer.concat([Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'), Buffer.alloc(16)])
const jpeg = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(16)])

test.group('A profile', () => {
  test('has a name that can be changed', async ({ client, assert }) => {
    const { user } = await aTeam()
    await client.put('/settings/profile').loginAs(user).withCsrfToken().form({ fullName: '  Grace Hopper ' })
    assert.equal((await User.findOrFail(user.id)).fullName, 'Grace Hopper')
  })

  test('refuses {what}')
    .with([
      { what: 'no name', fullName: ' ' },
      { what: 'a name of a novel', fullName: 'x'.repeat(121) },
    ])
    .run(async ({ client, assert }, { fullName }) => {
      const { user } = await aTeam()
      const response = await client
        .put('/settings/profile')
        .loginAs(user)
        .withCsrfToken()
        .header('accept', 'application/json')
        .json({ fullName })
      response.assertStatus(422)
      assert.equal((await User.findOrFail(user.id)).fullName, 'Ada Lovelace')
    })

  test('has no page for strangers', async ({ client, assert }) => {
    const response = await client.get('/settings/profile').redirects(0)
    assert.equal(response.header('location'), '/login')
  })
})

test.group('A picture', () => {
  const put = (
    client: Parameters<Parameters<typeof test>[1] & object>[0]['client'],
    user: User,
    picture: string
  ) =>
    client
      .put('/settings/profile/picture')
      .loginAs(user)
      .withCsrfToken()
      .header('accept', 'application/json')
      .redirects(0)
      .json({ picture })

  test('is taken as {type} by what it holds, and served as that and nothing else')
    .with([
      { type: 'image/png', data: png },
      { type: 'image/jpeg', data: jpeg },
      { type: 'image/webp', data: webp },
    ])
    .run(async ({ client, assert }, { type, data }) => {
      const { user } = await aTeam()
      await put(client, user, data.toString('base64'))
      const { avatarUrl } = await User.findOrFail(user.id)
      const response = await client.get(avatarUrl!).loginAs(user)
      response.assertStatus(200)
      assert.equal(response.header('content-type'), type)
      assert.equal(response.header('x-content-type-options'), 'nosniff')
      assert.include(response.header('content-security-policy'), "default-src 'none'")
      assert.deepEqual(Buffer.from(response.body()), data)
    })

  test('is refused when it is {what}')
    .with([
      { what: 'a page', picture: Buffer.from('<html><script>alert(1)</script>').toString('base64') },
      {
        what: 'an SVG',
        picture: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64'),
      },
      { what: 'a GIF', picture: Buffer.from('GIF89a................').toString('base64') },
      { what: 'too large', picture: Buffer.concat([png, Buffer.alloc(256 * 1024)]).toString('base64') },
      { what: 'no base64', picture: '<not base64>' },
    ])
    .run(async ({ client, assert }, { picture }) => {
      const { user } = await aTeam()
      ;(await put(client, user, picture)).assertStatus(422)
      assert.isNull((await User.findOrFail(user.id)).avatarId)
    })

  test('is seen by members of the same team, and by nobody else', async ({ client, assert }) => {
    const { user, teamId } = await aTeam()
    const colleague = await aMember(teamId, 'viewer')
    const stranger = await aTeam()
    await put(client, user, png.toString('base64'))
    const { avatarUrl } = await User.findOrFail(user.id)
    const seen = (who: User, team?: string) =>
      client
        .get(avatarUrl!)
        .loginAs(who)
        .withSession(team ? { team_id: team } : {})
        .header('accept', 'application/json')
    ;(await seen(colleague, teamId)).assertStatus(200)
    ;(await seen(stranger.user)).assertStatus(404)
    const anonymous = await client.get(avatarUrl!).redirects(0)
    assert.equal(anonymous.header('location'), '/login')
  })

  test('goes when it is removed', async ({ client, assert }) => {
    const { user } = await aTeam()
    await put(client, user, png.toString('base64'))
    const { avatarUrl } = await User.findOrFail(user.id)
    await client.delete('/settings/profile/picture').loginAs(user).withCsrfToken()
    assert.isNull((await User.findOrFail(user.id)).avatarUrl)
    const gone = await client.get(avatarUrl!).loginAs(user).header('accept', 'application/json')
    gone.assertStatus(404)
  })
})
