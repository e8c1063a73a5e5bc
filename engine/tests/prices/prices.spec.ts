import { test } from '@japa/runner'
import { costOf } from '../../src/prices/prices.ts'

const none = { input: 0, cachedInput: 0, cacheWrite: 0, output: 0 }

test.group('prices', () => {
  test('{label}')
    .with([
      {
        label: 'a million tokens in cost the listed price',
        model: 'gpt-6-luna',
        tokens: { ...none, input: 100_000 },
        cost: 10_000,
      },
      {
        label: 'output has its own price',
        model: 'gpt-6-sol',
        tokens: { ...none, output: 1_000 },
        cost: 10_000,
      },
      {
        label: 'cached tokens are cheaper',
        model: 'gpt-6-sol',
        tokens: { ...none, input: 1_000, cachedInput: 1_000 },
        cost: 200,
      },
      {
        label: 'written tokens are dearer',
        model: 'gpt-6-sol',
        tokens: { ...none, input: 1_000, cacheWrite: 1_000 },
        cost: 2_500,
      },
      {
        label: 'a fraction counts as a whole micro-dollar',
        model: 'gpt-6-luna',
        tokens: { ...none, input: 1 },
        cost: 1,
      },
      { label: 'nothing costs nothing', model: 'gpt-6-luna', tokens: none, cost: 0 },
      {
        label: 'a dated model has the price of its name',
        model: 'gpt-6-sol-2026-09-22',
        tokens: { ...none, output: 1_000 },
        cost: 10_000,
      },
      { label: 'an unknown model has no price', model: 'llama-9', tokens: none, cost: null },
      {
        label: 'a name that only begins alike has no price',
        model: 'gpt-6-sol-pro',
        tokens: none,
        cost: null,
      },
      {
        label: 'a request above the size of the tariff has no price',
        model: 'gpt-6-luna',
        tokens: { ...none, input: 272_001 },
        cost: null,
      },
      {
        label: 'written tokens without a price have no price',
        model: 'gpt-5.4',
        tokens: { ...none, input: 10, cacheWrite: 10 },
        cost: null,
      },
      { label: 'names of object members are no models', model: 'constructor', tokens: none, cost: null },
    ])
    .run(({ assert }, { model, tokens, cost }) => {
      assert.strictEqual(costOf(model, tokens), cost)
    })
})
