import { test } from '@japa/runner'
import { priceTable } from '../../src/prices/table.ts'
import { listedPrices, updated } from '../../src/prices/update.ts'

const table = priceTable.parse({
  version: '2026-01-01',
  source: { openai: 'https://example.com' },
  notes: '',
  models: {
    'gpt-6-luna': {
      input: 100_000,
      cachedInput: 10_000,
      cacheWrite: null,
      output: 500_000,
      maxInputTokens: 1,
    },
    'mistral-embed': { input: 100_000, cachedInput: null, cacheWrite: null, output: 0, maxInputTokens: 1 },
    banded: [{ input: 1, cachedInput: 1, cacheWrite: 1, output: 1, maxInputTokens: 1 }],
  },
})
const place = { version: '2026-11-21', source: 'prices.json' }

test.group('an update of prices', () => {
  test('takes over what the list knows, and tells of it', ({ assert }) => {
    const listed = listedPrices.parse({
      sample_spec: {},
      'gpt-6-luna': { input_cost_per_token: 1.5e-7, output_cost_per_token: 6e-7 },
      'mistral/mistral-embed': { input_cost_per_token: 1e-7 },
      banded: { input_cost_per_token: 1 },
    })
    const result = updated(table, listed, place)
    assert.deepEqual(
      result.changes.map(({ model }) => model),
      ['gpt-6-luna']
    )
    assert.deepInclude(result.table.models['gpt-6-luna'], {
      input: 150_000,
      output: 600_000,
      cachedInput: 10_000,
    })
    assert.deepEqual(result.table.models.banded, table.models.banded)
    assert.equal(result.table.version, '2026-11-21')
    assert.deepEqual(result.table.source, { openai: 'https://example.com', updated: 'prices.json' })
  })

  test('leaves everything where the list knows nothing', ({ assert }) => {
    const result = updated(table, {}, place)
    assert.isEmpty(result.changes)
    assert.deepEqual(result.table.models, table.models)
  })

  test('refuses a list that is none', ({ assert }) => {
    assert.isFalse(listedPrices.safeParse({ a: { input_cost_per_token: 'cheap' } }).success)
    assert.isFalse(listedPrices.safeParse([]).success && listedPrices.safeParse('x').success)
  })
})
