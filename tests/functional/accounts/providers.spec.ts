import { randomInt, randomUUID } from 'node:crypto'
import limiter from '@adonisjs/limiter/services/main'
import { test } from '@japa/runner'
import UnlinkIdentity from '#accounts/actions/unlink_identity'
import User from '#accounts/models/user'
import { linkedIdentitiesOf } from '#accounts/queries/linked_identities_of'
import { waysToConfirm } from '#accounts/queries/ways_to_confirm'
import { legalDocuments } from '#accounts/services/legal_documents'
import env from '#start/env'
import { ownActions } from '#tests/support/audit'
import { GithubStandIn } from '#tests/support/github/stand_in'
import { GitlabStandIn } from '#tests/support/gitlab/stand_in'
import { withSettings } from '#tests/support/hosts/settings'
import { mailsTo } from '#tests/support/mail'
import { storedSessions } from '#tests/support/stored_sessions'
import { aTeam } from '#tests/support/team'
import { Visitor } from '#tests/support/visitor'

type Provider = 'github' | 'gitlab'

let github: GithubStandIn
let gitlab: GitlabStandIn

async function standIns() {
  github = await GithubStandIn.start()
  gitlab = await GitlabStandIn.start()
  for (const [provider, { oauth }] of Object.entries({ github, gitlab })) {
    const redirectUris = [new URL(`/auth/${provider}/callback`, env.get('APP_URL')).href]
    oauth.apps.set('client', { clientId: 'client', clientSecret: 'secret', redirectUris })
  }
  const restore = withSettings({
    GITHUB_CLIENT_ID: 'client',
    GITHUB_CLIENT_SECRET: 'secret',
    GITHUB_URL: github.url,
    GITHUB_API_URL: github.apiUrl,
    GITLAB_CLIENT_ID: 'client',
    GITLAB_CLIENT_SECRET: 'secret',
    GITLAB_URL: gitlab.url,
    GITLAB_API_URL: '',
  })
  return async () => {
    restore()
    await github.close()
    await gitlab.close()
  }
}

/** Somebody new at the other service, who sits in front of it now. */
function someone(provider: Provider, email: string | null = `${randomUUID()}@example.test`, verified = true) {
  const login = `ada-${randomUUID().slice(0, 8)}`
  // The database outlives the stand-ins, and a person is known by this.
  const id = randomInt(2 ** 40)
  if (provider === 'github') {
    github.addUser(login, {
      id,
      name: 'Ada Lovelace',
      emails: email ? [{ email, primary: true, verified }] : [],
    })
    github.signedIn = login
  } else {
    gitlab.addUser(login, { id, name: 'Ada Lovelace', email: email ?? '', confirmed: verified })
    gitlab.signedIn = login
  }
  return { login, email: email ?? '' }
}

/** Says yes or no at the other service; answers with where that leads back to. */
async function decide(address: string, consent: 'grant' | 'deny' = 'grant') {
  const response = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ consent }),
  })
  const back = new URL(response.headers.get('location') ?? 'missing:')
  return back.pathname + back.search
}

async function leave(visitor: Visitor, provider: Provider, purpose = 'sign_in') {
  const answer = await visitor.get(`/auth/${provider}?for=${purpose}`)
  if (!answer.location?.startsWith('http'))
    throw new Error(`not sent away: ${answer.status} ${answer.location}`)
  return answer.location
}

async function round(visitor: Visitor, provider: Provider, purpose = 'sign_in') {
  return visitor.get(await decide(await leave(visitor, provider, purpose)))
}

const message = async (visitor: Visitor, path = '/login') => (await visitor.get(path)).text

const providers: Provider[] = ['github', 'gitlab']

test.group('Signing in with another service', (group) => {
  group.setup(storedSessions)
  group.setup(standIns)
  group.each.setup(() => limiter.clear())

  test('{$self} makes an account for a verified address, and finds it again')
    .with(providers)
    .run(async ({ assert }, provider) => {
      const { email, login } = someone(provider)
      const visitor = new Visitor()
      assert.equal((await round(visitor, provider)).location, '/dashboard')
      const user = await User.findByOrFail('email', email)
      assert.isNotNull(user.emailVerifiedAt)
      assert.isNull(user.password)
      assert.containsSubset(await linkedIdentitiesOf(user.id), [{ provider, login }])
      const again = new Visitor()
      assert.equal((await round(again, provider)).location, '/dashboard')
      // Nobody was asked over there.
      assert.equal((await again.get('/dashboard')).location, '/consent')
      const accepted = await again.send('POST', '/consent', { terms: legalDocuments().version })
      assert.equal(accepted.location, '/dashboard')
      assert.equal((await again.get('/dashboard')).status, 200)
      assert.lengthOf(await User.query().where('email', email), 1)
      assert.includeMembers(await ownActions(user.id), ['session.created', 'identity.linked'])
    })

  test('{$self} is asked with PKCE, state, and no more rights than to know who it is')
    .with(providers)
    .run(async ({ assert }, provider) => {
      const address = new URL(await leave(new Visitor(), provider))
      assert.equal(address.searchParams.get('code_challenge_method'), 'S256')
      assert.match(address.searchParams.get('code_challenge')!, /^[\w-]{43}$/)
      assert.isAbove(address.searchParams.get('state')!.length, 30)
      const scopes = address.searchParams.get('scope')
      assert.equal(scopes, provider === 'github' ? 'read:user user:email' : 'read_user')
    })

  test('never opens an account by its address: its owner signs in first and is asked', async ({ assert }) => {
    const { user } = await aTeam()
    const { login } = someone('github', user.email)
    const visitor = new Visitor()
    assert.equal((await round(visitor, 'github')).location, '/login')
    assert.include(await message(visitor), 'Sign in to it first')
    assert.equal((await visitor.get('/dashboard')).location, '/login')
    assert.isEmpty(await linkedIdentitiesOf(user.id))

    const signedIn = await visitor.signIn(user.email)
    assert.equal(signedIn.location, '/auth/connect')
    assert.include((await visitor.get('/auth/connect')).text, login)
    assert.isEmpty(await linkedIdentitiesOf(user.id))
    await visitor.send('POST', '/auth/connect')
    assert.containsSubset(await linkedIdentitiesOf(user.id), [{ provider: 'github', login }])
    assert.equal((await mailsTo(user.email))[0]?.subject, 'GitHub was connected')
    assert.equal((await round(new Visitor(), 'github')).location, '/dashboard')
  })

  test('offers no connection to whoever signs in to another account', async ({ assert }) => {
    const { user } = await aTeam()
    const other = await aTeam()
    someone('github', user.email)
    const visitor = new Visitor()
    await round(visitor, 'github')
    assert.equal((await visitor.signIn(other.user.email)).location, '/dashboard')
    await visitor.send('POST', '/auth/connect')
    assert.isEmpty(await linkedIdentitiesOf(other.user.id))
  })

  test('{provider} takes no address that is {what}')
    .with([
      { provider: 'github', what: 'not verified', email: undefined, verified: false },
      { provider: 'gitlab', what: 'not verified', email: undefined, verified: false },
      { provider: 'github', what: 'not there', email: null, verified: true },
    ] as const)
    .run(async ({ assert }, { provider, email, verified }) => {
      const person = someone(provider, email, verified)
      const visitor = new Visitor()
      assert.equal((await round(visitor, provider)).location, '/login')
      assert.include(await message(visitor), 'knows no verified address')
      assert.isNull(await User.findBy('email', person.email))
    })

  test('{$self} that was denied says so and changes nothing')
    .with(providers)
    .run(async ({ assert }, provider) => {
      const { email } = someone(provider)
      const visitor = new Visitor()
      const back = await decide(await leave(visitor, provider), 'deny')
      assert.equal((await visitor.get(back)).location, '/login')
      assert.include(await message(visitor), 'You have not let AgentOps see who you are')
      assert.isNull(await User.findBy('email', email))
    })

  test('counts in the session that went, once, and for that service', async ({ assert }) => {
    const { email } = someone('github')
    const visitor = new Visitor()
    const back = await decide(await leave(visitor, 'github'))
    const stranger = new Visitor()
    assert.equal((await stranger.get(back)).location, '/login')
    const other = new Visitor()
    await leave(other, 'github')
    assert.equal((await other.get(back)).location, '/login')
    const elsewhere = new Visitor()
    await leave(elsewhere, 'gitlab')
    assert.equal((await elsewhere.get(back)).location, '/login')
    assert.isNull(await User.findBy('email', email))
    assert.equal((await visitor.get(back)).location, '/dashboard')
    const replay = new Visitor()
    for (const [name, value] of visitor.cookies) replay.cookies.set(name, value)
    await replay.send('POST', '/logout')
    assert.equal((await replay.get(back)).location, '/login')
  })

  test('says so when the service does not answer as it should', async ({ assert }) => {
    someone('github')
    const visitor = new Visitor()
    const back = await decide(await leave(visitor, 'github'))
    github.oauth.apps.get('client')!.clientSecret = 'changed'
    assert.equal((await visitor.get(back)).location, '/login')
    github.oauth.apps.get('client')!.clientSecret = 'secret'
    assert.include(await message(visitor), 'did not say who you are')
  })

  test('makes no account where people come in by invitation', async ({ assert, ...context }) => {
    await aTeam()
    env.set('SIGN_UP', 'invited')
    context.test.cleanup(() => env.set('SIGN_UP', '' as never))
    const { email } = someone('gitlab')
    const visitor = new Visitor()
    assert.equal((await round(visitor, 'gitlab')).location, '/login')
    assert.isNull(await User.findBy('email', email))
  })

  test('is connected and disconnected by somebody who is signed in', async ({ assert }) => {
    const { user } = await aTeam()
    const { login } = someone('gitlab')
    const visitor = new Visitor()
    await visitor.signIn(user.email)
    assert.equal((await round(visitor, 'gitlab', 'link')).location, '/settings/security')
    assert.containsSubset(await linkedIdentitiesOf(user.id), [{ provider: 'gitlab', login }])

    const thief = await aTeam()
    const other = new Visitor()
    await other.signIn(thief.user.email)
    await round(other, 'gitlab', 'link')
    assert.isEmpty(await linkedIdentitiesOf(thief.user.id))

    await visitor.get('/settings/security')
    await visitor.send('DELETE', '/settings/linked/gitlab')
    assert.isEmpty(await linkedIdentitiesOf(user.id))
    assert.includeMembers(await ownActions(user.id), ['identity.linked', 'identity.unlinked'])
  })

  test('is not taken from somebody who has no other way in', async ({ assert }) => {
    const { email } = someone('github')
    await round(new Visitor(), 'github')
    const user = await User.findByOrFail('email', email)
    const by = { kind: 'person' as const, userId: user.id, name: user.fullName }
    assert.deepEqual(await new UnlinkIdentity().execute({ user, provider: 'github', by }), {
      ok: false,
      error: 'last_way',
    })
    assert.lengthOf(await linkedIdentitiesOf(user.id), 1)
  })

  test('confirms that it is still them, where there is no other way', async ({ assert }) => {
    const { login, email } = someone('github')
    const visitor = new Visitor({ accept: 'application/json' })
    await round(visitor, 'github')
    const user = await User.findByOrFail('email', email)
    assert.deepEqual(await waysToConfirm(user), {
      password: false,
      totp: false,
      passkey: false,
      providers: ['github'],
    })
    assert.equal((await round(visitor, 'github', 'confirm')).location, '/settings/security')
    someone('github')
    assert.equal((await round(visitor, 'github', 'confirm')).location, '/confirm')
    github.signedIn = login
  })

  test('is not there where the operator has not set it up', async ({ assert, ...context }) => {
    env.set('GITHUB_CLIENT_SECRET', '')
    context.test.cleanup(() => env.set('GITHUB_CLIENT_SECRET', 'secret'))
    const visitor = new Visitor()
    assert.equal((await visitor.get('/auth/github')).status, 404)
    assert.notInclude((await visitor.get('/login')).text, 'github')
  })
})
