import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDuration } from '../src/format.ts'
import { parseDuration } from '../src/parse.ts'

test('the units that count are written', () => {
  assert.equal(formatDuration(5_400_000), '1h 30m')
  assert.equal(formatDuration(1001), '1s 1ms')
  assert.equal(formatDuration(0), '0s')
})

test('the largest and the smallest unit can be chosen', () => {
  assert.equal(formatDuration(90_061_000, { largest: 'h' }), '25h 1m 1s')
  assert.equal(formatDuration(90_061_000, { smallest: 'h' }), '1d 1h')
  assert.equal(formatDuration(500, { smallest: 's' }), '0s')
})

test('what is written can be read again', () => {
  for (const ms of [1, 999, 61_000, 90_061_001, -61_000]) assert.equal(parseDuration(formatDuration(ms)), ms)
})
