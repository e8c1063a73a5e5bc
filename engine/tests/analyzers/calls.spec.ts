import { test } from '@japa/runner'
import { edgesIn, type Files, graphOf, openNames } from './edges.ts'

interface Row {
  label: string
  files: Files
  calls: string[]
}

const service = 'export class Mailer {\n  send() {}\n  static make(): Mailer { throw 0 }\n}\n'

const rows: Row[] = [
  {
    label: 'through an import and its other name',
    files: { 'a.ts': 'export function f() {}', 'b.ts': "import { f as g } from './a'\nfunction h() { g() }" },
    calls: ['b.ts#h calls a.ts#f'],
  },
  {
    label: 'through barrels, stars and renamed exports',
    files: {
      'a.ts': 'export function f() {}\nexport default function d() {}',
      'i.ts': "export * from './a'\nexport { f as other, default as d } from './a'",
      'b.ts': "import { f, other, d } from './i'\nfunction h() { f(); other(); d() }",
    },
    calls: ['b.ts#h calls a.ts#f', 'b.ts#h calls a.ts#d'],
  },
  {
    label: 'through a namespace',
    files: {
      'a.ts': 'export function f() {}',
      'b.ts': "import * as a from './a'\nexport const h = () => a.f()",
    },
    calls: ['b.ts#h calls a.ts#f'],
  },
  {
    label: 'through require and module.exports',
    files: {
      'a.js': 'module.exports = { f, g() {} }\nfunction f() {}',
      'b.js': "const { f } = require('./a')\nconst a = require('./a')\nfunction h() { f(); a.g() }",
    },
    calls: ['b.js#h calls a.js#exports.g', 'b.js#h calls a.js#f'],
  },
  {
    label: 'of the methods of what was constructed',
    files: {
      'a.ts': service,
      'b.ts': "import { Mailer } from './a'\nfunction h() { const m = new Mailer(); m.send() }",
    },
    calls: ['b.ts#h calls a.ts#Mailer', 'b.ts#h calls a.ts#Mailer.send'],
  },
  {
    label: 'of the methods of what is typed, injected, or a field',
    files: {
      'a.ts': service,
      'b.ts':
        "import { Mailer } from './a'\nfunction h(m: Mailer | null) { m?.send() }\nclass C {\n  constructor(private mailer: Mailer) {}\n  run() { this.mailer.send() }\n}",
    },
    calls: ['b.ts#h calls a.ts#Mailer.send', 'b.ts#C.run calls a.ts#Mailer.send'],
  },
  {
    label: 'of the methods of what a function returns',
    files: {
      'a.ts': service,
      'b.ts':
        "import { Mailer } from './a'\nfunction make() { return Mailer.make() }\nasync function h() { (await make()).send() }",
    },
    calls: ['b.ts#make calls a.ts#Mailer.make', 'b.ts#h calls a.ts#Mailer.send', 'b.ts#h calls b.ts#make'],
  },
  {
    label: 'of inherited and overridden methods',
    files: {
      'a.ts': 'export class A {\n  x() {}\n  y() {}\n}',
      'b.ts': "import { A } from './a'\nclass B extends A {\n  y() { super.y(); this.x() }\n}",
    },
    calls: ['b.ts#B.y calls a.ts#A.x', 'b.ts#B.y calls a.ts#A.y'],
  },
  {
    label: 'through an interface, to the one that implements it',
    files: {
      'a.ts': 'export interface Sender { send(): void }\nexport class Mailer implements Sender { send() {} }',
      'b.ts': "import type { Sender } from './a'\nfunction h(s: Sender) { s.send() }",
    },
    calls: ['b.ts#h calls a.ts#Mailer.send'],
  },
  {
    label: 'of the methods of an exported object',
    files: {
      'a.ts': 'export const api = { get: () => 1, deep: { put() {} } }',
      'b.ts': "import { api } from './a'\nfunction h() { api.get(); api.deep.put() }",
    },
    calls: ['b.ts#h calls a.ts#api.get', 'b.ts#h calls a.ts#api.deep.put'],
  },
  {
    label: 'not of a local that hides an import',
    files: {
      'a.ts': 'export function f() {}',
      'b.ts':
        "import { f } from './a'\nfunction h(f: () => void) { f() }\nfunction i() { { const f = () => 1; f() } }\nf()",
    },
    calls: ['b.ts calls a.ts#f'],
  },
  {
    label: 'of what is declared below its use',
    files: { 'b.ts': 'function h() { later() }\nfunction later() {}' },
    calls: ['b.ts#h calls b.ts#later'],
  },
]

test.group('calls', () => {
  test('are found {label}')
    .with(rows)
    .run(async ({ assert }, { files, calls }) => {
      const graph = await graphOf(files)
      assert.sameMembers(edgesIn(graph, 'calls'), calls)
      assert.isEmpty(openNames(graph))
    })

  test('that could be any of ours are counted as unresolved, never guessed', async ({ assert }) => {
    const graph = await graphOf({
      'a.ts': 'export class A {\n  save() {}\n}',
      'b.ts':
        'export function h(thing: any, list: string[]) {\n  thing.save()\n  list.map(String)\n  console.log(1)\n}',
    })
    assert.isEmpty(edgesIn(graph, 'calls'))
    assert.deepEqual(openNames(graph), ['save'])
    const [, file] = graph.files
    assert.deepEqual(file!.references, { resolved: 0, external: 3, unresolved: 1 })
  })

  test('say how they are known', async ({ assert }) => {
    const graph = await graphOf({
      'a.ts': `${service}export function f() {}`,
      'b.ts':
        "import { f, Mailer } from './a'\nfunction own() {}\nfunction h(m: Mailer) {\n  f()\n  own()\n  m.send()\n}",
    })
    const known = graph.edges
      .filter(({ kind, from }) => kind === 'calls' && from >= graph.files.length)
      .map(({ provenance, confidence, line }) => [provenance, confidence, line])
    assert.sameDeepMembers(known, [
      ['resolver', 1, 4],
      ['parser', 1, 5],
      ['type', 0.9, 6],
    ])
  })
})

test.group('other edges of TypeScript', () => {
  test('extends, implements, injects, uses, renders', async ({ assert }) => {
    const graph = await graphOf({
      'a.ts': 'export interface I {}\nexport class A {}\nexport type T = string',
      'b.tsx':
        "import { A, type I, type T } from './a'\nimport { Button } from './ui'\nexport class B extends A implements I {\n  constructor(private a: A) { super() }\n}\nexport function Page(props: { t: T }) { return <Button /> }",
      'ui.tsx': 'export const Button = () => <b />',
    })
    assert.sameMembers(edgesIn(graph, 'extends', 'implements', 'injects', 'renders'), [
      'b.tsx#B extends a.ts#A',
      'b.tsx#B implements a.ts#I',
      'b.tsx#B.constructor injects a.ts#A',
      'b.tsx#Page renders ui.tsx#Button',
    ])
    assert.includeMembers(edgesIn(graph, 'uses'), ['b.tsx#Page uses a.ts#T'])
    assert.deepEqual(
      graph.symbols.filter(({ role }) => role === 'component').map(({ name }) => name),
      ['Page', 'Button']
    )
  })

  test('tests are entities with their groups, and their calls are theirs', async ({ assert }) => {
    const graph = await graphOf({
      'slug.ts': 'export const slug = (s: string) => s',
      'slug.spec.ts':
        "import { slug } from './slug'\ndescribe('slug', () => {\n  it('is kept', () => { slug('a') })\n  it.each([1])('%s', () => slug('b'))\n})\ntest('x {n}').with([1]).run(() => slug('c'))",
    })
    assert.deepEqual(edgesIn(graph, 'calls'), [
      'slug.spec.ts#slug > is kept calls slug.ts#slug',
      'slug.spec.ts#slug > %s calls slug.ts#slug',
      'slug.spec.ts#x {n} calls slug.ts#slug',
    ])
    assert.deepEqual(edgesIn(graph, 'tests'), ['slug.spec.ts tests slug.ts'])
  })

  test('a Vue component renders what its template names, and is what an import of it gives', async ({
    assert,
  }) => {
    const graph = await graphOf({
      'Base.vue': '<template><b/></template>\n<script setup lang="ts">\nfunction go() {}\ngo()\n</script>',
      'Page.vue':
        '<script setup lang="ts">\nimport BaseCard from \'./Base.vue\'\nimport { load } from \'./load\'\nload()\n</script>\n<template><div><base-card v-if="a" /></div></template>',
      'load.ts': 'export function load() {}',
    })
    assert.sameMembers(edgesIn(graph, 'renders', 'calls'), [
      'Base.vue#default calls Base.vue#go',
      'Page.vue#default renders Base.vue#default',
      'Page.vue#default calls load.ts#load',
    ])
    assert.equal(graph.symbols.find(({ name }) => name === 'go')?.line, 3)
  })

  test('signatures and documentation are kept', async ({ assert }) => {
    const graph = await graphOf({
      'a.ts':
        '/**\n * Adds two numbers.\n *\n * More.\n * @param a one\n */\nexport async function add(\n  a: number,\n  b: number\n): Promise<number> {\n  return a + b\n}\n/** Kept. */\nexport class A {\n  /** Runs. */\n  run(): void {}\n}',
    })
    assert.deepEqual(
      graph.symbols.map(({ name, signature, doc }) => [name, signature, doc]),
      [
        ['add', 'export async function add( a: number, b: number ): Promise<number>', 'Adds two numbers.'],
        ['A', 'export class A', 'Kept.'],
        ['A.run', 'run(): void', 'Runs.'],
      ]
    )
  })
})
