import { test } from '@japa/runner'
import { defaultRouting, type Routing } from '../../contract/routing.ts'
import { priceOf } from '../../src/prices/prices.ts'
import type { Ask, Candidate } from '../../src/router/candidate.ts'
import { difficultyOf } from '../../src/router/difficulty.ts'
import { redVerdicts } from '../../src/router/pick.ts'
import { isAllowed, route } from '../../src/router/route.ts'
import { latencyOf } from '../../src/router/speed.ts'

function candidate(name: string, rest: Partial<Candidate> = {}): Candidate {
  const usual = { provider: 'openai', payer: 'platform', region: 'us', rests: false } as const
  return { ...usual, ref: name, name, price: priceOf(name), latencyMs: null, leftMicros: null, ...rest }
}

const ladder = [candidate('gpt-6-luna'), candidate('gpt-6-sol'), candidate('gpt-6-astra')]
const ask: Ask = {
  kind: 'edit',
  difficulty: 'middle',
  inputTokens: 20_000,
  outputTokens: 4_000,
  start: null,
  setbacks: [],
}

function routing(rest: Partial<Routing['policy']> = {}, others: Partial<Routing> = {}): Routing {
  return { ...defaultRouting, ...others, policy: { ...defaultRouting.policy, ...rest } }
}

const seen = (model: string, runs: number, verified: number) => ({
  model,
  kind: 'edit' as const,
  runs,
  verified,
  latencyMs: null,
  slowMs: null,
  costMicros: null,
})

test.group('router', () => {
  test('without history the cheapest goes first, and says why', ({ assert }) => {
    const choice = route(ask, ladder, routing())
    assert.equal(choice.model, 'gpt-6-luna')
    assert.equal(
      choice.reason,
      'Using gpt-6-luna, the cheapest, for this middle edit: no task of your team was seen with it yet.'
    )
  })

  test('a cheap model that never passes is skipped once that was seen', ({ assert }) => {
    const dear = [candidate('gpt-6-sol'), candidate('gpt-6-astra', { price: priceOf('gpt-6-sol') })]
    const history = [seen('gpt-6-sol', 40, 0), seen('gpt-6-astra', 40, 38)]
    const choice = route(ask, dear, routing({}, { history }))
    assert.equal(choice.model, 'gpt-6-astra')
    assert.match(choice.reason, /after 40 such tasks of your team/)
  })

  test('history of another kind of work does not count', ({ assert }) => {
    const history = [{ ...seen('gpt-6-luna', 40, 0), kind: 'review' as const }]
    assert.equal(route(ask, ladder, routing({}, { history })).model, 'gpt-6-luna')
  })

  test('start {start}, {setbacks} red: {model}')
    .with([
      { start: null, setbacks: 1, model: 'gpt-6-sol' },
      { start: 'gpt-6-sol', setbacks: 0, model: 'gpt-6-sol' },
      { start: 'gpt-6-sol', setbacks: 1, model: 'gpt-6-astra' },
      { start: 'gpt-6-luna', setbacks: 9, model: 'gpt-6-astra' },
      { start: 'no longer there', setbacks: 0, model: 'gpt-6-luna' },
    ])
    .run(({ assert }, { start, setbacks, model }) => {
      const choice = route({ ...ask, start, setbacks: redVerdicts(setbacks) }, ladder, routing())
      assert.equal(choice.model, model)
    })

  test('the reason says whether it climbs or stays', ({ assert }) => {
    const reasons = [1, 2, 3].map(
      (red) => route({ ...ask, setbacks: redVerdicts(red) }, ladder, routing()).reason
    )
    assert.match(reasons[0]!, /^Moving up to gpt-6-sol because attempt 1 did not pass the tests/)
    assert.match(reasons[1]!, /^Moving up to gpt-6-astra/)
    assert.match(reasons[2]!, /^Staying with gpt-6-astra/)
    assert.match(route(ask, ladder.slice(0, 1), routing()).reason, /the only model/)
  })

  test('the reason names what went wrong: {setback}')
    .with([
      { setback: 'malformed_edits' as const, why: 'gpt-6-luna gave edits that could not be used' },
      { setback: 'refusal' as const, why: 'gpt-6-luna declined' },
    ])
    .run(({ assert }, { setback, why }) => {
      const moved = route({ ...ask, setbacks: [setback] }, ladder, routing())
      assert.equal(moved.reason, `Moving up to gpt-6-sol because ${why}.`)
      const stays = route({ ...ask, setbacks: [setback] }, ladder, routing({ maxEscalations: 0 }))
      assert.equal(stays.reason, `Staying with gpt-6-luna although ${why}: the policy goes no further up.`)
    })

  test('the policy says what sends the work up, and how far', ({ assert }) => {
    const setbacks = ['red_verdict', 'malformed_edits', 'refusal'] as const
    const never = routing({ escalateOn: { redVerdict: false, malformedEdits: false, refusal: false } })
    assert.equal(route({ ...ask, setbacks }, ladder, never).model, 'gpt-6-luna')
    assert.equal(route({ ...ask, setbacks }, ladder, routing({ maxEscalations: 1 })).model, 'gpt-6-sol')
  })

  test('a fixed model is used for its kind of work only, while its provider answers', ({ assert }) => {
    const fixed = routing({ fixed: { plan: 'gpt-6-astra' } })
    assert.equal(route({ ...ask, kind: 'plan' }, ladder, fixed).model, 'gpt-6-astra')
    assert.equal(route(ask, ladder, fixed).model, 'gpt-6-luna')
    const resting = ladder.map((one) => ({ ...one, rests: one.ref === 'gpt-6-astra' }))
    assert.notEqual(route({ ...ask, kind: 'plan' }, resting, fixed).model, 'gpt-6-astra')
  })

  test('a provider that is left alone is passed over', ({ assert }) => {
    const choice = route(ask, [candidate('gpt-6-luna', { rests: true }), ...ladder.slice(1)], routing())
    assert.equal(choice.model, 'gpt-6-sol')
    assert.match(choice.reason, /the provider of gpt-6-luna fails at the moment/)
  })

  test('what is left to spend decides at the end', ({ assert }) => {
    const poor = ladder.map((one) => ({ ...one, leftMicros: 10_000 }))
    const choice = route({ ...ask, start: 'gpt-6-astra' }, poor, routing())
    assert.equal(choice.model, 'gpt-6-luna')
    assert.match(choice.reason, /gpt-6-astra costs more than is left to spend/)
  })

  test('a request that is too long for a tariff goes to a model that takes it', ({ assert }) => {
    const models = [candidate('gpt-6-luna'), candidate('claude-opus-5-5', { provider: 'anthropic' })]
    assert.equal(route({ ...ask, inputTokens: 400_000 }, models, routing()).model, 'claude-opus-5-5')
  })

  const twins = (quick: Partial<Candidate> = {}, slow: Partial<Candidate> = {}) => [
    candidate('twin', { price: priceOf('gpt-6-luna'), latencyMs: 8_000, ...quick }),
    candidate('gpt-6-luna', { latencyMs: 40_000, ...slow }),
  ]
  const equally = [seen('twin', 40, 36), seen('gpt-6-luna', 40, 36)]

  test('of two that are about as cheap and as sure the much quicker one is asked, and it says so', ({
    assert,
  }) => {
    const choice = route(ask, twins(), routing({}, { history: equally }))
    assert.equal(choice.model, 'twin')
    assert.equal(
      choice.reason,
      'Using twin, which answers in about 8.0 s where gpt-6-luna takes 40 s, at about the same price and success.'
    )
  })

  test('a slow model is asked all the same where the other {label}')
    .with([
      { label: 'is dearer', quick: { price: priceOf('gpt-6-sol') }, history: equally },
      { label: 'is hardly quicker', quick: { latencyMs: 30_000 }, history: equally },
      { label: 'is not measured', quick: { latencyMs: null }, history: equally },
      { label: 'is left alone', quick: { rests: true }, history: equally },
      { label: 'passes less often', quick: {}, history: [seen('twin', 40, 32), seen('gpt-6-luna', 40, 38)] },
      { label: 'was never tried', quick: {}, history: [] },
    ])
    .run(({ assert }, { quick, history }) => {
      assert.equal(route(ask, twins(quick), routing({}, { history })).model, 'gpt-6-luna')
    })

  test('what the ledger has measured counts like what was seen lately, its slow end as often as it comes', ({
    assert,
  }) => {
    const none = { latencyMs: null, slowMs: null }
    assert.isNull(latencyOf({ latencyMs: null }, none))
    assert.equal(latencyOf({ latencyMs: 3_000 }, none), 3_000)
    assert.equal(latencyOf({ latencyMs: null }, { latencyMs: 10_000, slowMs: 110_000 }), 15_000)
    assert.equal(latencyOf({ latencyMs: 5_000 }, { latencyMs: 10_000, slowMs: 110_000 }), 10_000)
    const history = [
      { ...seen('gpt-6-luna', 40, 36), latencyMs: 60_000, slowMs: 90_000 },
      { ...seen('twin', 40, 36), latencyMs: 6_000, slowMs: 9_000 },
    ]
    const models = twins({ latencyMs: null }, { latencyMs: null })
    assert.equal(route(ask, models, routing({}, { history })).model, 'twin')
  })

  test('equal questions have equal answers', ({ assert }) => {
    const answers = Array.from({ length: 5 }, () => route(ask, ladder, routing()))
    assert.lengthOf(new Set(answers.map((answer) => JSON.stringify(answer))), 1)
  })

  test('data policy: {label}')
    .with([
      { label: 'no limits', policy: {}, allowed: true },
      { label: 'its provider is named', policy: { providers: ['openai'] }, allowed: true },
      { label: 'another provider is named', policy: { providers: ['mistral'] }, allowed: false },
      { label: 'another region is named', policy: { regions: ['eu'] }, allowed: false },
      { label: 'local only', policy: { localOnly: true }, allowed: false },
    ] as const)
    .run(({ assert }, { policy, allowed }) => {
      const data = { ...defaultRouting.data, ...policy } as Routing['data']
      assert.equal(isAllowed(ladder[0]!, data), allowed)
    })

  test('{files} files with {dependents} dependents: {expected}')
    .with([
      { files: 1, dependents: 0, expected: 'easy' },
      { files: 5, dependents: 0, expected: 'middle' },
      { files: 5, dependents: 30, expected: 'hard' },
      { files: 12, dependents: 0, expected: 'hard' },
    ])
    .run(({ assert }, { files, dependents, expected }) => {
      assert.equal(difficultyOf({ files, dependents, words: 100 }), expected)
    })
})
