import { test } from '@japa/runner'
import { buildGraph } from '../../src/analyzers/graph.ts'
import { snapshotFromFiles } from '../../src/snapshots/snapshot.ts'

const repository = {
  'package.json': JSON.stringify({
    name: 'root',
    imports: { '#app/*': './app/*.js' },
    workspaces: ['packages/*'],
  }),
  'tsconfig.json':
    '{ // extends a package that is not installed\n "extends": "@adonisjs/tsconfig/tsconfig.app.json",\n "compilerOptions": { "paths": { "@/*": ["./lib/*"], "~exact": ["./lib/x.ts"], }, } }',
  'lib/x.ts': 'export const x = 1\n',
  'app/z.ts': 'export default () => 1\n',
  'packages/util/package.json': JSON.stringify({ name: '@me/util', exports: { '.': './dist/index.js' } }),
  'packages/util/src/index.ts': 'export const u = 1\n',
  'packages/util/src/deep.ts': 'export default 1\n',
}

async function importsOf(source: string, path = 'app/y.ts', extra: Record<string, string> = {}) {
  const graph = await buildGraph(snapshotFromFiles({ ...repository, ...extra, [path]: source }))
  return graph.files.find((file) => file.path === path)!.imports
}

test.group('code graph: imports', () => {
  test('{specifier} from app/y.ts is {to}')
    .with([
      { specifier: './z.js', to: 'app/z.ts' },
      { specifier: './z', to: 'app/z.ts' },
      { specifier: '../lib/x.ts', to: 'lib/x.ts' },
      { specifier: '@/x', to: 'lib/x.ts' },
      { specifier: '~exact', to: 'lib/x.ts' },
      { specifier: '#app/z', to: 'app/z.ts' },
      { specifier: '@me/util', to: 'packages/util/src/index.ts' },
      { specifier: '@me/util/src/deep.js', to: 'packages/util/src/deep.ts' },
    ])
    .run(async ({ assert }, { specifier, to }) => {
      const [found] = await importsOf(`import '${specifier}'`)
      assert.deepEqual(found, { specifier, to, resolution: 'resolved', line: 1, form: 'static' })
    })

  test('{specifier} is {resolution}')
    .with([
      { specifier: 'react', resolution: 'external' },
      { specifier: 'lodash/fp', resolution: 'external' },
      { specifier: '@scope/pkg', resolution: 'external' },
      { specifier: 'node:fs', resolution: 'external' },
      { specifier: 'fs', resolution: 'external' },
      { specifier: 'https://esm.sh/x', resolution: 'external' },
      { specifier: './missing.js', resolution: 'unresolved' },
      { specifier: '@/missing', resolution: 'unresolved' },
      { specifier: '#missing', resolution: 'unresolved' },
      { specifier: '@me/util/src/missing.js', resolution: 'unresolved' },
      { specifier: '../../../../etc/passwd', resolution: 'unresolved' },
      { specifier: '/etc/passwd', resolution: 'unresolved' },
    ])
    .run(async ({ assert }, { specifier, resolution }) => {
      const [found] = await importsOf(`import '${specifier}'`)
      assert.deepEqual(found, { specifier, to: null, resolution, line: 1, form: 'static' })
    })

  test('every way of importing counts, once per line, in the order of lines', async ({ assert }) => {
    const source = [
      "import z, { a } from './z.js'",
      "export * from '../lib/x.js'",
      "export { z as y } from './z.js'",
      "const lazy = await import('./z.js')",
      "const old = require('../lib/x')",
      "import legacy = require('./z')",
      "import type { T } from './z.js'",
      'const computed = require(name)',
    ].join('\n')
    const found = await importsOf(source)
    assert.deepEqual(
      found.map(({ line, to, form }) => [line, to, form]),
      [
        [1, 'app/z.ts', 'static'],
        [2, 'lib/x.ts', 'reexport'],
        [3, 'app/z.ts', 'reexport'],
        [4, 'app/z.ts', 'dynamic'],
        [5, 'lib/x.ts', 'require'],
        [6, 'app/z.ts', 'require'],
        [7, 'app/z.ts', 'type'],
      ]
    )
  })

  test('paths of a referenced tsconfig and of baseUrl count', async ({ assert }) => {
    const extra = {
      'web/tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
      'web/tsconfig.app.json': '{ "compilerOptions": { "baseUrl": "./src", "paths": { "~/*": ["./*"] } } }',
      'web/src/ui/button.tsx': 'export const Button = () => <b />\n',
    }
    const source = "import '~/ui/button'\nimport 'ui/button'\nimport 'react'\n"
    const found = await importsOf(source, 'web/src/main.ts', extra)
    assert.deepEqual(
      found.map(({ to, resolution }) => to ?? resolution),
      ['web/src/ui/button.tsx', 'web/src/ui/button.tsx', 'external']
    )
  })
})

test.group('code graph: files', () => {
  test('the same snapshot gives the same graph, byte for byte, whatever the order of its files', async ({
    assert,
  }) => {
    const backwards = Object.fromEntries(Object.entries(repository).reverse())
    const [a, b] = [
      await buildGraph(snapshotFromFiles(repository)),
      await buildGraph(snapshotFromFiles(backwards)),
    ]
    assert.equal(JSON.stringify(a), JSON.stringify(b))
    assert.deepEqual(
      a.files.map(({ path }) => path),
      Object.keys(repository).sort()
    )
  })

  test('totals add up', async ({ assert }) => {
    const files = { ...repository, 'app/y.ts': "import './z.js'\nimport 'react'\nimport './no.js'\n" }
    const { totals } = await buildGraph(snapshotFromFiles(files))
    assert.deepEqual(totals, {
      files: 8,
      skipped: 0,
      symbols: 3,
      edges: 0,
      resolved: 1,
      external: 1,
      unresolved: 1,
      references: { resolved: 0, external: 0, unresolved: 0 },
    })
  })

  test('{path} is listed and set aside: {reason}')
    .with([
      { path: 'a.rb', text: 'x = 1', reason: 'symbols of Ruby are not read yet' },
      { path: 'bad.ts', text: 'const a = 1\nconst = 3', reason: 'line 2 could not be parsed' },
      { path: 'lib.min.js', text: 'var a', reason: 'generated file' },
      { path: 'one_line.js', text: `var a=[${'1,'.repeat(4_000)}]`, reason: 'minified file' },
      {
        path: 'client.ts',
        text: '// Code generated by a tool. DO NOT EDIT.\nexport {}',
        reason: 'generated file',
      },
      { path: 'huge.js', text: 'let a\n'.repeat(200_000), reason: 'larger than 1 MiB' },
      { path: 'dist/a.js', text: 'export {}', reason: 'built or vendored folder' },
      { path: 'node_modules/x/a.js', text: 'export {}', reason: 'built or vendored folder' },
    ])
    .run(async ({ assert }, { path, text, reason }) => {
      const { files } = await buildGraph(snapshotFromFiles({ [path]: text }))
      assert.lengthOf(files, 1)
      assert.include(files[0]!.skipped ?? '', reason)
      assert.isEmpty(files[0]!.symbols)
    })

  test('an abort stops it', async ({ assert }) => {
    const files = Object.fromEntries([...Array(60).keys()].map((n) => [`f${n}.ts`, 'export const a = 1']))
    await assert.rejects(() => buildGraph(snapshotFromFiles(files), AbortSignal.abort()))
  })
})
