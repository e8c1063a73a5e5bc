import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { add, countOf, scale, subtract } from '../src/arithmetic.ts'

describe('arithmetic', () => {
  test('adds', () => {
    assert.equal(add('1h', '30m', 1), 5_400_001)
    assert.equal(add(), 0)
  })

  test('subtracts', () => {
    assert.equal(subtract('1h', '15m', '15m'), 1_800_000)
  })

  test('scales', () => {
    assert.equal(scale('1m', 1.5), 90_000)
    assert.equal(scale('1m'), 60_000)
  })

  test('counts whole units', () => {
    assert.equal(countOf('90m', 'h'), 1)
  })
})
