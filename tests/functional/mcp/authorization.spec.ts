import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { type OAuthClientProvider, UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { OAuthClientInformationMixed, OAuthTokens } from '@modelcontextprotocol/sdk/shared/auth.js'
import env from '#start/env'
import { aTeam, type Team } from '#tests/support/team'

const server = `http://${env.get('HOST')}:${env.get('PORT')}`
const address = new URL('/mcp', env.get('APP_URL'))

/** The address that the operator wrote need not be the one on which tests listen. */
const reach = (url: string | URL, init?: RequestInit) => {
  const { pathname, search } = new URL(url)
  return fetch(`${server}${pathname}${search}`, init)
}

/** What an editor remembers: nothing but its own address, until the server has said the rest. */
class Editor implements OAuthClientProvider {
  redirectUrl = 'http://localhost:33418/callback'
  clientMetadata = { client_name: 'Some Editor', redirect_uris: [this.redirectUrl] }
  asked: URL | null = null
  #client?: OAuthClientInformationMixed
  #tokens?: OAuthTokens
  #verifier = ''
  clientInformation = () => this.#client
  saveClientInformation = (client: OAuthClientInformationMixed) => {
    this.#client = client
  }
  tokens = () => this.#tokens
  saveTokens = (tokens: OAuthTokens) => {
    this.#tokens = tokens
  }
  codeVerifier = () => this.#verifier
  saveCodeVerifier = (verifier: string) => {
    this.#verifier = verifier
  }
  redirectToAuthorization = (url: URL) => {
    this.asked = url
  }
}

/** A person says yes in the browser; where that leads to. */
async function allow(client: ApiClient, { user }: Team, asked: URL) {
  const answer = await client
    .post(asked.pathname)
    .qs(Object.fromEntries(asked.searchParams))
    .loginAs(user)
    .withCsrfToken()
    .withSession({ confirmed_at: Date.now() })
    .withInertia()
    .form({ decision: 'allow' })
  return new URL(answer.header('x-inertia-location')!)
}

const transportOf = (editor: Editor) =>
  new StreamableHTTPClientTransport(address, { authProvider: editor, fetch: reach })

test.group('An MCP client that knows nothing but the address', () => {
  test('finds out where to ask, introduces itself, asks the person and gets in', async ({
    client,
    assert,
  }) => {
    const team = await aTeam()
    const editor = new Editor()
    const first = transportOf(editor)
    const mcp = () => new Client({ name: 'editor', version: '1' })
    await assert.rejects(() => mcp().connect(first as never), UnauthorizedError)
    assert.equal(editor.asked!.searchParams.get('scope'), 'read write')
    const page = await client
      .get(editor.asked!.pathname)
      .qs(Object.fromEntries(editor.asked!.searchParams))
      .loginAs(team.user)
      .withInertia()
    page.assertInertiaPropsContains({ clientName: 'Some Editor (as it calls itself)' })

    const back = await allow(client, team, editor.asked!)
    assert.equal(back.origin + back.pathname, editor.redirectUrl)
    await first.finishAuth(back.searchParams.get('code')!)
    const connected = mcp()
    await connected.connect(transportOf(editor) as never)
    const names = (await connected.listTools()).tools.map(({ name }) => name)
    assert.includeMembers(names, ['start_workflow', 'who_calls'])
    await connected.close()
  })

  test('is answered nowhere but where it said', async ({ client, assert }) => {
    const registered = await client.post('/oauth/register').json({
      client_name: 'Some Editor',
      redirect_uris: ['http://127.0.0.1/back', 'cursor://some.editor/back'],
    })
    registered.assertStatus(201)
    const { client_id } = registered.body()
    const { user } = await aTeam()
    const ask = (redirect_uri: string) =>
      client
        .get('/oauth/authorize')
        .qs({
          client_id,
          redirect_uri,
          response_type: 'code',
          code_challenge: 'x'.repeat(43),
          code_challenge_method: 'S256',
        })
        .loginAs(user)
        .withInertia()
        .redirects(0)
    for (const fine of ['http://127.0.0.1:5123/back', 'cursor://some.editor/back']) {
      const page = await ask(fine)
      page.assertStatus(200)
      assert.equal(page.inertiaComponent, 'auth/authorize', fine)
    }
    for (const wrong of ['http://127.0.0.1/other', 'http://localhost/back', 'https://evil.example/back']) {
      assert.equal((await ask(wrong)).status(), 302, wrong)
    }
  })

  test('cannot register an address that nobody should be sent to, or with a secret', async ({
    client,
    assert,
  }) => {
    const send = (body: object) => client.post('/oauth/register').json(body)
    for (const uri of [
      'http://evil.example/back',
      'javascript:alert(1)',
      'data:text/html,x',
      'https://ada@evil.example/',
      'no address',
    ]) {
      const answer = await send({ redirect_uris: [uri] })
      assert.equal(answer.status(), 400, uri)
      assert.equal(answer.body().error, 'invalid_redirect_uri', uri)
    }
    const redirect_uris = ['http://localhost/back']
    for (const wrong of [
      { redirect_uris: [] },
      { redirect_uris, token_endpoint_auth_method: 'client_secret_basic' },
      { redirect_uris, client_name: 'two\nlines' },
    ])
      assert.equal((await send(wrong)).status(), 400)
  })
})
