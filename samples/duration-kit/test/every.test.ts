import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextRun, nextRuns, parseEvery } from '../src/every.ts'

test('a schedule has an interval and an offset', () => {
  assert.deepEqual(parseEvery('every 15 minutes'), { interval: 900_000, offset: 0 })
  assert.deepEqual(parseEvery('every day at +8h'), { interval: 86_400_000, offset: 28_800_000 })
})

test('shorthands stand for schedules', () => {
  assert.deepEqual(parseEvery('@hourly'), parseEvery('every hour'))
})

test('anything else is an error', () => {
  assert.throws(() => parseEvery('sometimes'), TypeError)
  assert.throws(() => parseEvery('every 0 minutes'), /interval/)
  assert.throws(() => parseEvery('every 2 moons'), /Unknown unit/)
})

test('the next run is after the moment, never at it', () => {
  assert.equal(nextRun('every 15 minutes', 0), 900_000)
  assert.equal(nextRun('every 15 minutes', 899_999), 900_000)
  assert.equal(nextRun('every hour at +5m', 0), 300_000)
  assert.deepEqual(nextRuns('every hour', 0, 2), [3_600_000, 7_200_000])
})
