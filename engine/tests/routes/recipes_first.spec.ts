import { test } from '@japa/runner'
import { lastOf, testEngine } from '../support/engine.ts'
import { testProvider } from '../support/provider.ts'
import { generateBody, planBody, proposal, repository } from '../support/task.ts'

const words = 'Rename slugify to toSlug'

test.group('recipes before models', () => {
  test('a task that a recipe knows is planned and done by it, without any model call', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    const engine = await testEngine(context, env)
    const snapshot = await engine.upload(repository)
    const { plan } = lastOf(await engine.events('/v1/plan', planBody(snapshot, words)), 'plan')
    assert.match(plan.method, /^recipe:/)
    const { edits } = lastOf(
      await engine.events('/v1/generate', generateBody(snapshot, { task: words, plan })),
      'edits'
    )
    assert.deepEqual(edits.map(({ path }) => path).sort(), ['src/slug.test.ts', 'src/slug.ts'])
    assert.isEmpty(mock.getRequests())
  })

  test('without a key the refusal lists what recipes can do', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const events = await engine.events('/v1/plan', planBody(await engine.upload(repository)))
    const { message } = lastOf(events, 'refused').refusal
    const { recipes } = Object(await (await engine.call('GET', '/v1/capabilities')).json())
    for (const { title } of recipes) assert.include(message, title)
  })

  test('what a recipe cannot do here, a model is asked for', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: JSON.stringify(proposal) })
    const engine = await testEngine(context, env)
    const snapshot = await engine.upload({ 'app.py': 'import os\n' })
    const events = await engine.events('/v1/plan', planBody(snapshot, 'Remove unused imports'))
    assert.match(lastOf(events, 'plan').plan.method, /^model:/)
    assert.isNotEmpty(mock.getRequests())
  })

  test('without a key it says which languages recipes read', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const snapshot = await engine.upload({ 'app.py': 'import os\n' })
    for (const task of ['Remove unused imports', 'Add a health endpoint', 'Add tests for everything']) {
      const { refusal } = lastOf(await engine.events('/v1/plan', planBody(snapshot, task)), 'refused')
      assert.equal(refusal.code, 'unsupported', task)
      assert.match(refusal.message, /reads JavaScript and TypeScript/, task)
    }
  })
})
