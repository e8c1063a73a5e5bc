import { test } from '@japa/runner'
import { buildGraph } from '../../src/analyzers/graph.ts'
import { snapshotFromFiles } from '../../src/snapshots/snapshot.ts'

/** `name kind line-endLine`, with a `+` in front of what is exported. */
async function symbolsOf(source: string, path = 'a.ts'): Promise<string[]> {
  const { files } = await buildGraph(snapshotFromFiles({ [path]: source }))
  return files[0]!.symbols.map((s) => `${s.exported ? '+' : ''}${s.name} ${s.kind} ${s.line}-${s.endLine}`)
}

test.group('symbols', () => {
  test('{label}')
    .with([
      {
        label: 'functions over several lines',
        source: 'function a() {\n  return 1\n}',
        found: ['a function 1-3'],
      },
      {
        label: 'exported declarations',
        source: 'export function a() {}\nexport class B {}',
        found: ['+a function 1-1', '+B class 2-2'],
      },
      {
        label: 'exports listed apart',
        source: 'const a = 1\nfunction b() {}\nexport { a, b as c }',
        found: ['+a variable 1-1', '+b function 2-2'],
      },
      {
        label: 'arrow functions are functions',
        source: 'export const f = () => 1',
        found: ['+f function 1-1'],
      },
      {
        label: 'nameless default functions',
        source: 'export default function () {}',
        found: ['+default function 1-1'],
      },
      { label: 'default by name', source: 'class A {}\nexport default A', found: ['+A class 1-1'] },
      {
        label: 'methods with their class, private ones not exported',
        source: 'export class A {\n  run() {}\n  private hide() {}\n}',
        found: ['+A class 1-4', '+A.run method 2-2', 'A.hide method 3-3'],
      },
      {
        label: 'types, interfaces and enums',
        source: 'type T = 1\nexport interface I {}\nenum E { A }',
        found: ['T type 1-1', '+I interface 2-2', 'E enum 3-3'],
      },
      {
        label: 'destructuring',
        source: 'export const { a, b: [c], ...d } = x',
        found: ['+a variable 1-1', '+c variable 1-1', '+d variable 1-1'],
      },
      {
        label: 'inner names are not listed',
        source: 'function a() { const b = 1; function c() {} }',
        found: ['a function 1-1'],
      },
      {
        label: 're-exports are not symbols',
        source: "export { a } from './b'\nexport * from './c'",
        found: [],
      },
    ])
    .run(async ({ assert }, { source, found }) => {
      assert.deepEqual(await symbolsOf(source), found)
    })

  test('CommonJS exports count', async ({ assert }) => {
    const source =
      'const helper = () => 2\nexports.foo = function () {}\nmodule.exports.bar = () => 1\nmodule.exports = { helper }'
    assert.deepEqual(await symbolsOf(source, 'a.cjs'), [
      '+helper function 1-1',
      '+foo function 2-2',
      '+bar function 3-3',
    ])
  })

  test('JSX and Windows line ends are read', async ({ assert }) => {
    assert.deepEqual(await symbolsOf('export function A() {\r\n  return <b />\r\n}\r\n', 'a.tsx'), [
      '+A function 1-3',
    ])
  })

  test('positions count after characters of more than one byte', async ({ assert }) => {
    assert.deepEqual(await symbolsOf("const a = 'ü🎉'\nexport const b = 1"), [
      'a variable 1-1',
      '+b variable 2-2',
    ])
  })
})
