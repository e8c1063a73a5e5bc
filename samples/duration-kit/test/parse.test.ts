import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDuration, parseDurationOr } from '../src/parse.ts'

test('parts add up', () => {
  assert.equal(parseDuration('1h 30m'), 5_400_000)
  assert.equal(parseDuration('1 hour, 30 minutes'), 5_400_000)
  assert.equal(parseDuration('1 day and 1s'), 86_401_000)
})

test('a bare number is milliseconds', () => {
  assert.equal(parseDuration('250'), 250)
  assert.equal(parseDuration(' -5 '), -5)
})

test('parts may be negative or broken', () => {
  assert.equal(parseDuration('-15s'), -15_000)
  assert.equal(parseDuration('0.5h'), 1_800_000)
})

test('anything else is an error', () => {
  assert.throws(() => parseDuration(''), TypeError)
  assert.throws(() => parseDuration('soon'), TypeError)
  assert.throws(() => parseDuration('3 fortnights'), /Unknown unit/)
})

test('a fallback takes the place of an error', () => {
  assert.equal(parseDurationOr('soon'), 0)
  assert.equal(parseDurationOr('soon', 7), 7)
  assert.equal(parseDurationOr('2m', 7), 120_000)
})
