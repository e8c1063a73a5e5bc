import { test } from '@japa/runner'
import { auditActions } from '#shared/audit/actions'
import { ACTIONS } from '../../../inertia/features/audit/action_words.js'
import { actionWords, detailWords } from '../../../inertia/features/audit/audit_words.js'

test.group('What the audit trail is read as', () => {
  test('has words for every action that can be recorded, different ones, and for no other', ({ assert }) => {
    assert.sameMembers(Object.keys(ACTIONS), [...auditActions])
    assert.lengthOf(new Set(Object.values(ACTIONS)), auditActions.length)
    assert.equal(actionWords('consent.given'), 'Terms and privacy notice accepted')
  })

  test('makes do with the name of an action that is not known any more', ({ assert }) => {
    assert.equal(actionWords('old_thing.put_away'), 'Old thing: put away')
  })

  test('puts what was before what is now, whatever the order they are stored in', ({ assert }) => {
    assert.equal(detailWords({ to: 'developer', from: 'viewer', number: 1 }), 'viewer → developer, number: 1')
    assert.equal(
      detailWords({ to: 'ada@example.test', from: null, extraSeats: 2 }),
      'to: ada@example.test, extra seats: 2'
    )
    assert.equal(detailWords({ from: 3, empty: '' }), 'from: 3')
  })
})
