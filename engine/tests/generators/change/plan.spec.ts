import { test } from '@japa/runner'
import { allOf, lastOf, testEngine } from '../../support/engine.ts'
import { testProvider, usage } from '../../support/provider.ts'
import { planBody, proposal, repository } from '../../support/task.ts'

test.group('plan by a model', () => {
  test('without a key the task is refused, with what can be done and how to add a key', async ({
    assert,
    ...context
  }) => {
    const engine = await testEngine(context)
    const events = await engine.events('/v1/plan', planBody(await engine.upload(repository)))
    const { refusal } = lastOf(events, 'refused')
    assert.equal(refusal.code, 'no_model_key')
    assert.include(refusal.remedy, 'OPENAI_API_KEY')
    assert.include(refusal.remedy, 'Settings, Models')
  })

  test('the plan names its model, and its usage and cost are reported', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: JSON.stringify(proposal), usage })
    // The emulator reports cached and reasoning tokens on its OpenRouter address only.
    const engine = await testEngine(context, { ...env, OPENAI_BASE_URL: `${mock.url}/api/v1` })
    const events = await engine.events('/v1/plan', planBody(await engine.upload(repository)))
    const { plan } = lastOf(events, 'plan')
    assert.equal(plan.method, 'model:gpt-6-luna')
    assert.equal(plan.summary, proposal.summary)
    assert.isAbove(plan.estimate.costMicros ?? 0, 0)
    assert.match(plan.estimate.basis, /gpt-6-luna/)
    const [call] = allOf(events, 'usage')
    assert.containsSubset(call!.usage, {
      provider: 'openai-compatible',
      model: 'gpt-6-luna',
      purpose: 'plan',
      inputTokens: 1200,
      cachedInputTokens: 200,
      outputTokens: 300,
      reasoningTokens: 50,
      // 1000 × $0.10 + 200 × $0.01 + 300 × $0.50, per million
      costMicros: 252,
    })
    assert.equal(
      allOf(events, 'delta')
        .map(({ text }) => text)
        .join(''),
      JSON.stringify(proposal)
    )
  })

  test('an answer that is no plan is given back once with what is wrong', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat', sequenceIndex: 0 }, { content: '{"summary":"only that"}' })
    mock.on({ endpoint: 'chat', sequenceIndex: 1 }, { content: JSON.stringify(proposal) })
    const engine = await testEngine(context, env)
    const events = await engine.events('/v1/plan', planBody(await engine.upload(repository)))
    lastOf(events, 'plan')
    assert.deepEqual(
      allOf(events, 'usage').map(({ usage }) => usage.purpose),
      ['plan', 'repair']
    )
    assert.include(JSON.stringify(mock.getLastRequest()?.body), 'steps: ')
  })

  test('a plan that would touch CI configuration is not accepted unless the task asks for it', async ({
    assert,
    ...context
  }) => {
    const { mock, env } = await testProvider(context)
    const files = [{ path: '.github/workflows/ci.yml', change: 'edit', why: 'why not' }]
    mock.on({ endpoint: 'chat' }, { content: JSON.stringify({ ...proposal, files }) })
    const engine = await testEngine(context, env)
    const snapshot = await engine.upload(repository)
    const refused = await engine.events('/v1/plan', planBody(snapshot))
    assert.equal(lastOf(refused, 'failed').code, 'malformed_edits')
    assert.include(lastOf(refused, 'failed').message, 'CI configuration')
    lastOf(
      await engine.events('/v1/plan', planBody(snapshot, 'Let the CI pipeline run on pull requests, too')),
      'plan'
    )
  })

  test('the repository is quoted with a mark that it can not know', async ({ assert, ...context }) => {
    const { mock, env } = await testProvider(context)
    mock.on({ endpoint: 'chat' }, { content: JSON.stringify(proposal) })
    const engine = await testEngine(context, env)
    await engine.events('/v1/plan', planBody(await engine.upload(repository)))
    const text = JSON.stringify(mock.getLastRequest()?.body)
    const mark = /\[([0-9a-f]{16}) file src\/slug\.ts\]/.exec(text)?.[1]
    assert.isDefined(mark)
    assert.include(text, `[${mark} end]`)
    assert.isAbove(text.lastIndexOf('Task:'), text.lastIndexOf(`[${mark} end]`))
  })
})
