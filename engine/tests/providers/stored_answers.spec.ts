import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { defaultRouting } from '../../contract/routing.ts'
import { callModel } from '../../src/providers/call_model.ts'
import { testCall, testModels } from '../support/models.ts'
import { testProvider, usage } from '../support/provider.ts'

test.group('stored answers', () => {
  test('exactly the same is answered once, and the saving is told', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: 'fine', usage })
    const provider = testModels(env, { team: randomUUID() })
    const first = testCall(provider, { cacheable: true })
    const again = testCall(provider, { cacheable: true })
    const answer = await callModel(first.call)
    // What is kept has been JSON in between.
    assert.deepEqual(await callModel(again.call), JSON.parse(JSON.stringify(answer)))
    assert.lengthOf(mock.getRequests(), 1)
    const cost = first.usages()[0]!.costMicros
    assert.containsSubset(again.usages(), [
      { cacheHit: true, costMicros: 0, savedMicros: cost, inputTokens: 0 },
    ])
  })

  test('{label} is asked anew')
    .with([
      { label: 'another team', access: { team: 'other' }, rest: {} },
      { label: 'another word', access: {}, rest: { instructions: 'You write tests.' } },
      {
        label: 'a wish for a new answer',
        access: { routing: { ...defaultRouting, useCache: false } },
        rest: {},
      },
      { label: 'what is not to be kept', access: {}, rest: { cacheable: false } },
    ])
    .run(async ({ assert, ...context }, { access, rest }) => {
      const { mock, env } = await testProvider(context)
      mock.on({ endpoint: 'chat' }, { content: 'fine', usage })
      const team = randomUUID()
      await callModel(testCall(testModels(env, { team }), { cacheable: true }).call)
      await callModel(testCall(testModels(env, { team, ...access }), { cacheable: true, ...rest }).call)
      assert.lengthOf(mock.getRequests(), 2)
    })
})
