import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calc, unitFromName } from '../src/units.ts'

test('an amount of a unit becomes milliseconds', () => {
  assert.equal(calc(2, 'h'), 7_200_000)
  assert.equal(calc(1.5, 's'), 1500)
})

test('a unit has several names, in any case', () => {
  assert.equal(unitFromName('hours'), 'h')
  assert.equal(unitFromName('Min'), 'm')
})

test('a word that is no unit is undefined', () => {
  assert.equal(unitFromName('fortnight'), undefined)
})
