import { test } from '@japa/runner'
import { openGraph } from '../../contract/graph/code_graph.ts'
import { buildGraph } from '../../src/analyzers/graph.ts'
import { snapshotFromFiles } from '../../src/snapshots/snapshot.ts'
import { lastOf, testEngine } from '../support/engine.ts'

const depth = 60_000

test.group('hostile sources', () => {
  test('nesting that breaks a parser costs that file and nothing else: {label}')
    .with([
      { label: 'brackets', source: `${'[\n'.repeat(depth)}${']\n'.repeat(depth)}` },
      { label: 'blocks', source: `${'{\n'.repeat(depth)}${'}\n'.repeat(depth)}` },
      { label: 'operators', source: `require;${'!\n'.repeat(400_000)}1` },
      { label: 'members', source: `require('a')${'\n.b'.repeat(depth)}` },
    ])
    .run(async ({ assert, ...context }, { source }) => {
      const engine = await testEngine(context)
      const snapshot = await engine.upload({
        'a.ts': 'export const a = 1\n',
        'b.ts': source,
        'c.ts': "import './a.ts'\n",
      })
      const end = lastOf(await engine.events('/v1/analyze', { snapshot }), 'analysis')
      const { files } = openGraph(end.analysis.graph)
      assert.deepEqual(
        files.map(({ path, skipped }) => [path, skipped]),
        [
          ['a.ts', null],
          ['b.ts', 'the parser broke on this file'],
          ['c.ts', null],
        ]
      )
      assert.equal(files[2]?.imports[0]?.to, 'a.ts')
      assert.equal((await fetch(`${engine.url}/health/live`)).status, 200)
    })

  test('a nested tsconfig breaks nothing', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const files = { 'tsconfig.json': '['.repeat(500_000), 'a.ts': "import '@/b'\n" }
    const end = lastOf(
      await engine.events('/v1/analyze', { snapshot: await engine.upload(files) }),
      'analysis'
    )
    assert.equal(end.analysis.graph.totals.unresolved, 1)
  })

  test('the isolated reader and the plain one agree', async ({ assert, ...context }) => {
    const engine = await testEngine(context)
    const files = {
      'a.ts': 'export const a = 1\n',
      'b.ts': "import { a } from './a.js'\nexport class B { run() { return a } }\n",
    }
    const end = lastOf(
      await engine.events('/v1/analyze', { snapshot: await engine.upload(files) }),
      'analysis'
    )
    assert.deepEqual(openGraph(end.analysis.graph), await buildGraph(snapshotFromFiles(files)))
  })
})
