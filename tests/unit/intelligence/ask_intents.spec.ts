import { test } from '@japa/runner'
import { type Intent, intentOf } from '#intelligence/services/ask_intents'

const cases: [question: string, intent: Intent][] = [
  ['Who uses openMapOf?', { kind: 'users', subject: 'openMapOf' }],
  ['what calls `User.save`', { kind: 'users', subject: 'User.save' }],
  ['Qui utilise la classe OpenMap ?', { kind: 'users', subject: 'OpenMap' }],
  ['callers of src/range.ts#parse', { kind: 'users', subject: 'src/range.ts#parse' }],
  ['What does the file src/range.ts use?', { kind: 'used', subject: 'src/range.ts' }],
  ["Qu'utilise src/range.ts ?", { kind: 'used', subject: 'src/range.ts' }],
  ['Which tests cover parseRange?', { kind: 'tests', subject: 'parseRange' }],
  ['what breaks if I change the function sendMail', { kind: 'impact', subject: 'sendMail' }],
  ['Where is AddProject?', { kind: 'where', subject: 'AddProject' }],
  ['Où est AddProject ?', { kind: 'where', subject: 'AddProject' }],
  ['way from main to sendMail', { kind: 'way', from: 'main', to: 'sendMail' }],
  ['How does index.ts reach units.ts?', { kind: 'way', from: 'index.ts', to: 'units.ts' }],
  ['routes for /users', { kind: 'routes', words: '/users' }],
  ['POST /workflows', { kind: 'routes', words: '/workflows' }],
  ['table users', { kind: 'tables', words: 'users' }],
  ['retries with growing pauses', { kind: 'search', words: 'retries with growing pauses' }],
]

test.group('Questions', () => {
  test('{0} is understood')
    .with(cases)
    .run(({ assert }, [question, intent]) => {
      assert.deepEqual(intentOf(question), intent)
    })

  test('no question takes long to read', ({ assert }) => {
    const started = performance.now()
    for (const part of ['way from ', 'who calls ', 'tests for ', 'impact of ']) intentOf(part.repeat(10_000))
    assert.isBelow(performance.now() - started, 5000)
  })
})
