import { createMCPClient } from '@ai-sdk/mcp'
import { test } from '@japa/runner'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { Scope } from '#accounts/permissions'
import { withTeam } from '#accounts/services/tenancy'
import env from '#start/env'
import { anApiUser, assertProblem, aWorkflow, finish, leaveBehind, projectRows } from '#tests/support/api'

const url = new URL(`http://${env.get('HOST')}:${env.get('PORT')}/mcp`)
const headersOf = (token: string) => ({ authorization: `Bearer ${token}` })

/** The protocol's own SDK as a client. */
async function connect(token: string) {
  const client = new Client({ name: 'test', version: '1' })
  const transport = new StreamableHTTPClientTransport(url, { requestInit: { headers: headersOf(token) } })
  await client.connect(transport as never)
  return client
}

async function aClient(scopes: Scope[] = ['write']) {
  const user = await anApiUser(scopes)
  return { ...user, client: await connect(user.token) }
}

/** What a tool answered, as data; its sentence when it refused. */
async function call(client: Client, name: string, args: object = {}) {
  const result = await client.callTool({ name, arguments: args as Record<string, unknown> })
  const [{ text }] = result.content as [{ text: string }]
  return { refused: result.isError === true, text, data: result.isError ? null : JSON.parse(text) }
}

test.group('The Model Context Protocol', () => {
  test('is spoken with its own SDK: tools start, watch and read a workflow', async ({ assert }) => {
    const { client, teamId } = await aClient()
    const [project] = await projectRows(teamId, ['shop'])
    const listed = await call(client, 'list_projects')
    assert.deepEqual(
      listed.data.data.map((one: { id: string }) => one.id),
      [project]
    )
    const started = await call(client, 'start_workflow', { project, task: 'remove unused imports', key: 'a' })
    const again = await call(client, 'start_workflow', { project, task: 'remove unused imports', key: 'a' })
    assert.equal(again.data.id, started.data.id)
    const workflow: string = started.data.id
    const bounded = await call(client, 'start_workflow', { project, task: 'tidy up', budget: 0.25 })
    const [budget] = await withTeam(teamId, (trx) =>
      trx.from('budgets').where('workflow_id', bounded.data.id).select('limit_micros')
    )
    assert.equal(Number(budget.limit_micros), 250_000)
    await leaveBehind(teamId, workflow, 'patch', '--- a\n+++ b\n')
    await finish(teamId, workflow)
    const watched = await call(client, 'watch_workflow', { workflow, seconds: 5 })
    assert.equal(watched.data.status, 'finished')
    assert.equal(watched.data.outcome, 'unverified')
    assert.isNotEmpty(watched.data.events)
    const diff = await call(client, 'read_diff', { workflow })
    assert.equal(diff.data.diff, '--- a\n+++ b\n')
    await client.close()
  })

  test('is spoken with another client as well', async ({ assert }) => {
    const { token, teamId } = await anApiUser()
    await projectRows(teamId, ['shop'])
    const client = await createMCPClient({
      transport: { type: 'http', url: url.href, headers: headersOf(token) },
    })
    const tools = await client.tools()
    assert.includeMembers(Object.keys(tools), ['start_workflow', 'who_calls', 'read_verdict'])
    const answer = await tools.list_projects!.execute!(
      { page: 1 } as never,
      {
        toolCallId: '1',
        messages: [],
      } as never
    )
    assert.include(JSON.stringify(answer), 'shop')
    await client.close()
  })

  test('offers only what the token may do', async ({ assert }) => {
    const { client } = await aClient(['read'])
    const names = (await client.listTools()).tools.map(({ name }) => name)
    assert.includeMembers(names, ['list_workflows', 'find_symbol'])
    assert.notInclude(names, 'start_workflow')
    assert.notInclude(names, 'cancel_workflow')
    for (const { annotations } of (await client.listTools()).tools) assert.isTrue(annotations?.readOnlyHint)
    await client.close()
  })

  test('says nothing of what belongs to another team', async ({ assert }) => {
    const { client } = await aClient()
    const other = await anApiUser()
    const { id, projectId } = await aWorkflow(other.teamId)
    const tries: [string, object][] = [
      ['show_workflow', { workflow: id }],
      ['watch_workflow', { workflow: id, seconds: 0 }],
      ['read_log', { workflow: id }],
      ['read_diff', { workflow: id }],
      ['read_verdict', { workflow: id }],
      ['cancel_workflow', { workflow: id }],
      ['steer_workflow', { workflow: id, text: 'hello' }],
      ['start_workflow', { project: projectId, task: 'x' }],
      ['find_symbol', { project: projectId, query: 'a' }],
      ['routes', { project: projectId }],
      ['schema', { project: projectId }],
    ]
    for (const [name, args] of tries) {
      const answer = await call(client, name, args)
      assert.isTrue(answer.refused, name)
      assert.notMatch(answer.text, /went wrong on our side/, name)
    }
    await assert.rejects(() => client.readResource({ uri: `agentops://workflows/${id}` }))
    await client.close()
  })

  test('refuses bad input with the sentence of its rule', async ({ assert }) => {
    const { client } = await aClient()
    const answer = await call(client, 'show_workflow', { workflow: 'no id' })
    assert.isTrue(answer.refused)
    assert.match(answer.text, /workflow/)
    await client.close()
  })

  test('has resources and prompts', async ({ assert }) => {
    const { client, teamId } = await aClient()
    const { id } = await aWorkflow(teamId, 'tidy up')
    const { resources } = await client.listResources()
    const uri = `agentops://workflows/${id}`
    assert.include(
      resources.map((one) => one.uri),
      uri
    )
    const read = await client.readResource({ uri })
    assert.equal(JSON.parse((read.contents[0] as { text: string }).text).task, 'tidy up')
    const prompt = await client.getPrompt({ name: 'fix_with_proof', arguments: { problem: 'it is slow' } })
    assert.include(JSON.stringify(prompt.messages), 'it is slow')
    await client.close()
  })

  test('wants a token, a method and an origin that may', async ({ client, assert }) => {
    const { token } = await anApiUser()
    const body = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    const anonymous = await client.post('/mcp').json(body)
    assertProblem(assert, anonymous, 401)
    assert.match(anonymous.header('www-authenticate')!, /^Bearer/)
    const foreign = await client
      .post('/mcp')
      .headers({
        ...headersOf(token),
        origin: 'https://evil.example',
        accept: 'application/json, text/event-stream',
      })
      .json(body)
    foreign.assertStatus(403)
    const get = await client.get('/mcp').headers(headersOf(token))
    get.assertStatus(405)
    assert.equal(get.header('allow'), 'POST')
  })
})
