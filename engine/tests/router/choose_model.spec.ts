import { test } from '@japa/runner'
import { chooseModel } from '../../src/router/choose_model.ts'

const models = ['cheap', 'middle', 'strong']

test.group('choice of a model', () => {
  test('start {start}, {failed} failed: {model}')
    .with([
      { start: null, failed: 0, model: 'cheap' },
      { start: null, failed: 1, model: 'middle' },
      { start: 'middle', failed: 0, model: 'middle' },
      { start: 'middle', failed: 1, model: 'strong' },
      { start: 'cheap', failed: 9, model: 'strong' },
      { start: 'no longer configured', failed: 0, model: 'cheap' },
    ])
    .run(({ assert }, { start, failed, model }) => {
      assert.equal(chooseModel(models, start, failed).model, model)
    })

  test('the reason says whether it climbs or stays', ({ assert }) => {
    assert.match(chooseModel(models, null, 1).reason, /^Moving up to middle/)
    assert.match(chooseModel(models, null, 3).reason, /^Staying with strong/)
    assert.match(chooseModel(['one'], null, 0).reason, /only configured model/)
  })
})
