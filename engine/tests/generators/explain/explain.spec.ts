import { test } from '@japa/runner'
import { explanation } from '../../../contract/explanation.ts'
import { testEngine } from '../../support/engine.ts'
import { testProvider } from '../../support/provider.ts'

const request = {
  language: 'fr',
  subject: 'function add in src/add.ts',
  excerpts: [{ path: 'src/add.ts', from: 10, text: 'export function add(a, b) {\n  return a + b\n}' }],
  facts: ['add is a function in src/add.ts.'],
}
const sentence = (line: number) => ({
  text: 'Additionne deux nombres.',
  cites: [{ path: 'src/add.ts', line }],
})
const answer = (line: number) => ({ content: JSON.stringify({ sentences: [sentence(line)] }) })

test.group('explaining code', () => {
  test('each sentence names lines that were sent, and the call is accounted for', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, answer(11))
    const engine = await testEngine(context, env)
    const response = await engine.call('POST', '/v1/explain', { body: JSON.stringify(request) })
    assert.equal(response.status, 200)
    const made = explanation.parse(await response.json())
    assert.isNull(made.failure)
    assert.deepEqual(made.sentences, [sentence(11)])
    assert.containsSubset(made.usage, [{ purpose: 'explain' }])
    const sent = JSON.stringify(mock.getRequests()[0]!.body)
    assert.include(sent, '11:   return a + b')
    assert.include(sent, 'Language: French')
  })

  test('a sentence that names lines which were not sent is dropped', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: JSON.stringify({ sentences: [sentence(99), sentence(11)] }) })
    const engine = await testEngine(context, env)
    const response = await engine.call('POST', '/v1/explain', { body: JSON.stringify(request) })
    const made = explanation.parse(await response.json())
    assert.deepEqual(made.sentences, [sentence(11)])
    assert.lengthOf(mock.getRequests(), 1)
  })

  test('where nothing is left, the answer is given back once, then refused', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, answer(99))
    const engine = await testEngine(context, env)
    const response = await engine.call('POST', '/v1/explain', { body: JSON.stringify(request) })
    const made = explanation.parse(await response.json())
    assert.isEmpty(made.sentences)
    assert.match(made.failure ?? '', /src\/add\.ts:99 is not among the excerpts/)
    assert.lengthOf(made.usage, 2)
    assert.lengthOf(mock.getRequests(), 2)
  })

  test('without a key the answer says what to add', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const response = await engine.call('POST', '/v1/explain', { body: JSON.stringify(request) })
    assert.equal(response.status, 422)
    assert.match(((await response.json()) as { detail: string }).detail, /Add a key/)
  })

  test('what is no request is a bad request', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    for (const body of [{}, { ...request, language: 'de' }, { ...request, excerpts: [] }]) {
      const response = await engine.call('POST', '/v1/explain', { body: JSON.stringify(body) })
      assert.equal(response.status, 400)
    }
  })
})
