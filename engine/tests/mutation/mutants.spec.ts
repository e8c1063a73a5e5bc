import { test } from '@japa/runner'
import { makeMutants } from '../../src/mutation/make_mutants.ts'
import { mutantsOf } from '../../src/mutation/mutants.ts'
import { snapshotFromFiles } from '../../src/snapshots/snapshot.ts'
import { lastOf, testEngine } from '../support/engine.ts'

const source = `import { log } from './log.ts'

export function clamp(value: number, low: number, high: number): number {
  if (value < low) return low
  log('clamped')
  return value > high && high !== low ? high : value
}

export const double = (value: number): number => value * 2
const plain: 'x' = 'x' as const
`

const shown = (path: string, text: string, lines: number[] = []) =>
  mutantsOf(path, text, lines).map(
    ({ line, original, replacement }) => `${line}: ${original} → ${replacement}`
  )

test.group('mutants', () => {
  test('are the small mistakes that one can make', ({ assert }) => {
    assert.includeMembers(shown('src/clamp.ts', source), [
      '4: value < low → true',
      '4: < → <=',
      '4: return low → return;',
      "5: log('clamped') → ;",
      '6: > → >=',
      '6: && → ||',
      '6: !== → ===',
      '9: * → /',
      '9: 2 → (2 + 1)',
    ])
  })

  test('leave imports and types alone', ({ assert }) => {
    const lines = mutantsOf('src/clamp.ts', source, []).map(({ line }) => line)
    assert.isTrue(lines.every((line) => line !== 1 && line !== 10))
    assert.isEmpty(mutantsOf('types.ts', "export type Mode = 'a' | 'b'\nexport interface X { n: 1 }\n", []))
  })

  test('keep to the functions around the changed lines', ({ assert }) => {
    const around = mutantsOf('src/clamp.ts', source, [6])
    assert.isNotEmpty(around)
    assert.isTrue(around.every(({ within }) => within === 'clamp'))
    assert.isTrue(around.some(({ line }) => line === 4))
  })

  test('each of them still parses', ({ assert }) => {
    for (const { start, end, replacement } of mutantsOf('src/clamp.ts', source, [])) {
      const mutated = source.slice(0, start) + replacement + source.slice(end)
      assert.isNotEmpty(mutantsOf('src/clamp.ts', mutated, []), mutated)
    }
  })

  test('a sample takes from every function, and is the same each time', ({ assert }) => {
    const snapshot = snapshotFromFiles({ 'src/clamp.ts': source, 'src/clamp.test.ts': source })
    const places = [
      { path: 'src/clamp.ts', lines: [] },
      { path: 'src/clamp.test.ts', lines: [] },
    ]
    const request = { edits: [], places, most: 4 }
    const { mutants, of } = makeMutants(snapshot, request)
    assert.lengthOf(mutants, 4)
    assert.isAbove(of, 8)
    assert.sameMembers([...new Set(mutants.map(({ within }) => within))], ['clamp', 'double'])
    assert.isTrue(mutants.every(({ path }) => path === 'src/clamp.ts'))
    assert.deepEqual(makeMutants(snapshot, request).mutants, mutants)
  })

  test('a file that does not parse has none', ({ assert }) => {
    assert.isEmpty(mutantsOf('a.ts', 'export function (', []))
  })

  test('are made of the code with its edits, by a call', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const snapshot = await engine.upload({ 'a.js': 'export const one = () => 1\n' })
    const edits = [{ kind: 'write', path: 'a.js', content: 'export const two = () => 2\n' }]
    const body = { snapshot, edits, places: [{ path: 'a.js', lines: [] }], most: 5 }
    const { mutants } = lastOf(await engine.events('/v1/mutants', body), 'mutants')
    assert.deepEqual(
      mutants.map(({ original, replacement }) => [original, replacement]),
      [['2', '(2 + 1)']]
    )
  })
})
