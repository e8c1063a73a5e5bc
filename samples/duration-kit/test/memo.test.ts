import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LruMap, memo } from '../src/memo.ts'

test('the entry not used for longest is forgotten', () => {
  const map = new LruMap<string, number>(2)
  map.set('a', 1).set('b', 2)
  assert.equal(map.get('a'), 1)
  map.set('c', 3)
  assert.equal(map.has('b'), false)
  assert.equal(map.has('a'), true)
  assert.equal(map.size, 2)
})

test('a limit below one is an error', () => {
  assert.throws(() => new LruMap(0), RangeError)
})

test('a result is computed once', () => {
  let calls = 0
  const double = memo((value: number) => {
    calls += 1
    return value * 2
  })
  assert.equal(double(2), 4)
  assert.equal(double(2), 4)
  assert.equal(calls, 1)
})
