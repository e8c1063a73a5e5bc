/** A small library with an unused import, whose tests take a moment: long enough to be killed in. */
export const clockRepository = {
  'package.json': `${JSON.stringify({ name: 'clock', version: '1.0.0', type: 'module', exports: './src/clock.js', scripts: { test: 'node --test' } }, null, 2)}\n`,
  'src/clock.js': `import { basename, join } from 'node:path'

export function pathOf(zone, place) {
  return join(zone, place)
}
`,
  'test/clock.test.js': `import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { pathOf } from '../src/clock.js'

test('names a place in its zone', async () => {
  await wait(600)
  assert.equal(pathOf('Europe', 'Paris'), 'Europe/Paris')
})
`,
}
