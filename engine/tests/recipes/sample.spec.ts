import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import { recipes } from '../../src/recipes/registry.ts'
import { applied, contextOf, type Files } from './context.ts'
import { Checkout } from './execution.ts'
import { wholeRun } from './whole_run.ts'

const root = fileURLToPath(new URL('../../../samples/duration-kit', import.meta.url))
const sample: Files = Object.fromEntries(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(root, path), readFileSync(path, 'utf8')])
)

async function suite(files: Files): Promise<string> {
  const result = await new Checkout(files).execute({
    id: 'suite',
    reason: '',
    argv: ['npm', 'test'],
    overlay: [],
    env: {},
    coverage: false,
    timeoutMs: 60_000,
  })
  if (result.exitCode !== 0) throw new Error(`${result.stdout}\n${result.stderr}`)
  return result.stdout
}

test.group('recipes | the sample repository', () => {
  for (const { info } of recipes.filter(({ info: { name } }) => name !== 'health_endpoint')) {
    test(`${info.name}: ${info.example}`, async ({ assert }) => {
      const { outcome, recipeMs } = await wholeRun(sample, info.example)
      const files = applied(sample, outcome)
      assert.notDeepEqual(files, sample)
      await suite(files)
      assert.isBelow(recipeMs, 15_000)
    }).timeout(120_000)
  }

  test('it has no server, and the plan for an endpoint says so', async ({ assert }) => {
    const health = recipes.find(({ info }) => info.name === 'health_endpoint')!
    const ctx = await contextOf(sample, health.info.example)
    const outcome = await health.plan(ctx, health.match(ctx.task)!)
    assert.equal(outcome.kind === 'refused' && outcome.refusal.code, 'unsupported')
  })

  test('every plan names its files', async ({ assert }) => {
    for (const recipe of recipes.filter(({ info: { name } }) => name !== 'health_endpoint')) {
      const ctx = await contextOf(sample, recipe.info.example)
      const outcome = await recipe.plan(ctx, recipe.match(ctx.task)!)
      if (outcome.kind !== 'plan') throw new Error(JSON.stringify(outcome))
      assert.equal(outcome.plan.method, `recipe:${recipe.info.name}`)
      assert.isNotEmpty(outcome.plan.files)
      assert.equal(outcome.plan.estimate.costMicros, 0)
    }
  })
})
