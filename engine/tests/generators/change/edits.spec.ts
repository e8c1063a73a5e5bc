import { test } from '@japa/runner'
import { allOf, lastOf, testEngine } from '../../support/engine.ts'
import { testProvider, usage } from '../../support/provider.ts'
import { badEdit, editAnswer, edited, generateBody, goodEdit, repository } from '../../support/task.ts'

test.group('edits by a model', () => {
  test('a good answer becomes whole-file edits, streamed with its usage', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: goodEdit, usage }, { chunkSize: 10 })
    const engine = await testEngine(context, env)
    const events = await engine.events('/v1/generate', generateBody(await engine.upload(repository)))
    const end = lastOf(events, 'edits')
    assert.deepEqual(end.edits, [{ kind: 'write', path: 'src/slug.ts', content: edited }])
    assert.equal(end.summary, 'Underscores instead of dashes.')
    assert.isAbove(allOf(events, 'delta').length, 5)
    assert.equal(allOf(events, 'usage')[0]?.usage.purpose, 'edit')
    assert.equal(allOf(events, 'usage')[0]?.usage.costMicros, 270)
  })

  test('a search text that does not occur is mended after one precise complaint', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat', sequenceIndex: 0 }, { content: badEdit, usage })
    mock.on({ endpoint: 'chat', sequenceIndex: 1 }, { content: goodEdit, usage })
    const engine = await testEngine(context, env)
    const events = await engine.events('/v1/generate', generateBody(await engine.upload(repository)))
    lastOf(events, 'edits')
    assert.deepEqual(
      allOf(events, 'usage').map(({ usage }) => usage.purpose),
      ['edit', 'repair']
    )
    assert.include(JSON.stringify(mock.getLastRequest()?.body), 'does not occur in the file')
  })

  test('edits that stay malformed fail and nothing of them is used', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context, 'gpt-6-luna')
    mock.on({ endpoint: 'chat' }, { content: badEdit, usage })
    const engine = await testEngine(context, env)
    const events = await engine.events('/v1/generate', generateBody(await engine.upload(repository)))
    assert.equal(lastOf(events, 'failed').code, 'malformed_edits')
    assert.lengthOf(mock.getRequests(), 2)
    assert.isEmpty(allOf(events, 'edits'))
  })

  test('an edit of {path} is refused, however often the model tries')
    .with(
      ['.git/config', '../outside.ts', '/etc/passwd', '.github/workflows/ci.yml', 'package-lock.json'].map(
        (path) => ({ path })
      )
    )
    .run(async ({ assert, ...context }, { path }) => {
      const { mock, env } = await testProvider(context, 'gpt-6-luna')
      const content = `@@ create ${path}\n<<<<<<< CONTENT\nx\n>>>>>>> END\n@@ summary\ndone`
      mock.on({ endpoint: 'chat' }, { content })
      const engine = await testEngine(context, env)
      const events = await engine.events('/v1/generate', generateBody(await engine.upload(repository)))
      assert.include(lastOf(events, 'failed').message, `${path} may not be changed`)
    })

  test('red tests go back with their output, the last edits in place and a stronger model', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: editAnswer("'_'", "'__'"), usage })
    const engine = await testEngine(context, env)
    const feedback = {
      attempt: 1,
      edits: [{ kind: 'write', path: 'src/slug.ts', content: edited }],
      exitCode: 1,
      output: 'not ok 1 - expected a__b',
    }
    const events = await engine.events(
      '/v1/generate',
      generateBody(await engine.upload(repository), { feedback })
    )
    assert.deepEqual(lastOf(events, 'edits').edits, [
      { kind: 'write', path: 'src/slug.ts', content: edited.replace("'_'", "'__'") },
    ])
    const call = allOf(events, 'usage')[0]!.usage
    assert.deepEqual([call.model, call.purpose], ['gpt-6-sol', 'repair'])
    assert.isTrue(
      allOf(events, 'progress').some(({ message }) => message.startsWith('Moving up to gpt-6-sol'))
    )
    const sent = JSON.stringify(mock.getLastRequest()?.body)
    assert.include(sent, 'expected a__b')
    assert.include(sent, "replaceAll(' ', '_')")
  })

  test('a model that declines ends as a refusal with its reason', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context, 'gpt-6-luna')
    mock.on({ endpoint: 'chat' }, { content: '@@ decline This would break the public API.', usage })
    const engine = await testEngine(context, env)
    const events = await engine.events('/v1/generate', generateBody(await engine.upload(repository)))
    const { refusal } = lastOf(events, 'refused')
    assert.equal(refusal.code, 'model_declined')
    assert.include(refusal.message, 'break the public API')
    assert.lengthOf(allOf(events, 'usage'), 1)
  })

  test('a plan by an unknown method is a bad request', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const body = generateBody(await engine.upload(repository))
    for (const method of ['magic:wand', 'recipe:no-such']) {
      const events = await engine.events('/v1/generate', { ...body, plan: { ...body.plan, method } })
      assert.equal(lastOf(events, 'failed').code, 'bad_request')
    }
  })
})
