import { test } from '@japa/runner'
import { byDomain, byFolder } from '../../contract/graph/aggregate.ts'
import { type CodeGraph, idOf, openGraph, symbolAt } from '../../contract/graph/code_graph.ts'
import { cycles } from '../../contract/graph/cycles.ts'
import { emptyDraft } from '../../contract/graph/draft.ts'
import { impactOf } from '../../contract/graph/impact.ts'
import { neighbours } from '../../contract/graph/neighbours.ts'
import { packGraph } from '../../contract/graph/pack.ts'
import { pathBetween } from '../../contract/graph/paths.ts'
import { packedGraph } from '../../contract/graph/schema.ts'
import { search } from '../../contract/graph/search.ts'
import { untested } from '../../contract/graph/untested.ts'
import { graphOf } from './edges.ts'

const files = {
  'app/users/model.ts':
    'export class User {\n  save() {}\n  label() { return this.name() }\n  name() {\n    return 1\n  }\n}\nexport const never = () => 1\n',
  'app/users/actions.ts':
    "import { User } from './model'\nexport function signUp() { new User().save() }\nexport function rename(u: User) { return u.label() }\n",
  'app/web/page.ts':
    "import { rename, signUp } from '../users/actions'\nexport const page = () => { signUp(); rename(x) }\nfunction odd(y: any) { y.save() }\n",
  'tests/actions.spec.ts':
    "import { rename, signUp } from '../app/users/actions'\ntest('signs up', () => { signUp() })\ntest('renames', () => { rename(x) })\n",
  'tests/other.spec.ts': "test('nothing', () => {})\n",
}

const node = (graph: CodeGraph, id: string) => graph.nodes.get(id)!
const ids = (graph: CodeGraph, nodes: { node: number }[]) => nodes.map((one) => idOf(graph, one.node))

test.group('graph queries', () => {
  test('search ranks exact, beginnings, initials and letters in order', async ({ assert }) => {
    const graph = await graphOf({
      'a.ts':
        'export function createUser() {}\nexport function createUserAction() {}\nexport class Mailer { create() {} }',
      'create.ts': '',
    })
    const names = (query: string) => search(graph, query).map(({ name }) => name)
    assert.deepEqual(names('createUser'), ['createUser', 'createUserAction'])
    assert.deepEqual(names('cua'), ['createUserAction'])
    assert.deepEqual(names('create'), ['Mailer.create', 'create.ts', 'createUser', 'createUserAction'])
    assert.deepEqual(names('mlr'), ['Mailer', 'Mailer.create'])
    assert.deepEqual(
      search(graph, 'create', { kinds: ['method'] }).map(({ id }) => id),
      ['a.ts#Mailer.create']
    )
    assert.deepEqual(
      search(graph, '', { kinds: ['file'], under: 'create.ts' }).map(({ id }) => id),
      ['create.ts']
    )
  })

  test('callers and callees come with depth, and with what could not be resolved', async ({ assert }) => {
    const graph = await graphOf(files)
    const users = neighbours(graph, node(graph, 'app/users/model.ts#User.save'), {
      direction: 'users',
      depth: 2,
    })
    assert.deepEqual(ids(graph, users.reached), [
      'app/users/actions.ts#signUp',
      'app/web/page.ts#page',
      'tests/actions.spec.ts#signs up',
    ])
    assert.deepEqual(
      users.reached.map(({ depth }) => depth),
      [1, 2, 2]
    )
    assert.equal(users.unresolved, 1)
    const used = neighbours(graph, node(graph, 'app/users/actions.ts'), {
      direction: 'used',
      kinds: ['calls'],
    })
    assert.deepEqual(ids(graph, used.reached), [
      'app/users/model.ts#User',
      'app/users/model.ts#User.save',
      'app/users/model.ts#User.label',
    ])
    const limited = neighbours(graph, node(graph, 'app/users/model.ts#User.save'), {
      direction: 'users',
      depth: 3,
      limit: 1,
    })
    assert.isTrue(limited.truncated)
  })

  test('a shortest path is found through members, and null where there is none', async ({ assert }) => {
    const graph = await graphOf(files)
    const way = pathBetween(
      graph,
      node(graph, 'app/web/page.ts'),
      node(graph, 'app/users/model.ts#User.name')
    )
    assert.deepEqual(
      way?.map(({ to }) => idOf(graph, to)),
      ['app/users/actions.ts#rename', 'app/users/model.ts#User.label', 'app/users/model.ts#User.name']
    )
    assert.isNull(pathBetween(graph, node(graph, 'app/users/model.ts'), node(graph, 'app/web/page.ts')))
  })

  test('cycles leave types and lazy imports out unless asked', async ({ assert }) => {
    const graph = await graphOf({
      'a.ts': "import './b'",
      'b.ts': "import './c'",
      'c.ts': "import './a'\nimport './d'",
      'd.ts': "import type { X } from './c'",
      'e.ts': "import './e'",
    })
    const found = (all: boolean) =>
      cycles(graph, all).map(({ way }) => way.map((one) => graph.files[one]!.path))
    assert.deepEqual(found(false), [['a.ts', 'b.ts', 'c.ts'], ['e.ts']])
    assert.equal(cycles(graph, true)[0]!.members.length, 4)
  })

  test('the impact of changed lines names the tests to run, and what may be missing', async ({ assert }) => {
    const graph = await graphOf(files)
    const named = impactOf(graph, [{ path: 'app/users/model.ts', lines: [[5, 5]] }])
    assert.deepEqual(
      named.changed.map((one) => idOf(graph, one)),
      ['app/users/model.ts#User.name']
    )
    assert.deepEqual(named.tests, [{ path: 'tests/actions.spec.ts', depth: 3, titles: ['renames'] }])
    assert.equal(named.unresolved, 0)
    const saved = impactOf(graph, [{ path: 'app/users/model.ts', lines: [[2, 2]] }])
    assert.equal(saved.unresolved, 1)
    assert.sameMembers(
      saved.tests[0]!.titles,
      ['signs up', 'renames'],
      'an open call of that name makes all users of the class suspects'
    )
    assert.deepEqual(impactOf(graph, [{ path: 'new.ts' }]).unknown, ['new.ts'])
  })

  test('what no test reaches is listed', async ({ assert }) => {
    const { symbols, of } = untested(await graphOf(files))
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['never', 'page', 'odd']
    )
    assert.equal(of, 9)
  })

  test('folders and domains add up to the whole, with the edges between them', async ({ assert }) => {
    const graph = await graphOf(files)
    const folders = byFolder(graph, 'app')
    assert.deepEqual(
      folders.groups.map(({ name, files: count }) => [name, count]),
      [
        ['app/users', 2],
        ['app/web', 1],
      ]
    )
    assert.deepEqual(folders.edges, [
      { from: 'app/web', to: 'app/users', kinds: { imports: 1, calls: 2 }, count: 3 },
    ])
    const domains = byDomain(graph)
    assert.deepEqual(
      domains.groups.map(({ name }) => name),
      ['app/users', 'app/web', 'tests']
    )
    assert.equal(
      domains.groups.reduce((sum, group) => sum + group.files, 0),
      graph.files.length
    )
  })

  test('an empty graph answers everything', ({ assert }) => {
    const packed = packGraph(emptyDraft())
    assert.deepEqual(packedGraph.parse(packed), packed)
    const graph = openGraph(packed)
    assert.isEmpty([
      ...search(graph, 'x'),
      ...cycles(graph),
      ...untested(graph).symbols,
      ...byFolder(graph).groups,
    ])
  })

  test('10,000 files with 50,000 symbols stay small and quick', ({ assert }) => {
    const graph = openGraph(large())
    const started = performance.now()
    neighbours(graph, graph.nodes.get('src/d1/f1.ts#s0')!, { direction: 'users', depth: 5 })
    search(graph, 's4')
    cycles(graph)
    byFolder(graph, 'src')
    assert.isBelow(performance.now() - started, 3_000)
    assert.equal(symbolAt(graph, graph.nodes.get('src/d1/f1.ts#s1')!)?.line, 2)
  })
})

function large() {
  const draft = emptyDraft()
  for (let i = 0; i < 10_000; i++) {
    const path = `src/d${i % 100}/f${i}.ts`
    draft.files.push({
      path,
      language: 'TypeScript',
      lines: 50,
      isTest: false,
      hash: `${i}`,
      role: null,
      skipped: null,
      resolved: 0,
      external: 0,
      unresolved: 0,
    })
    draft.imports.push({ file: i, specifier: './x', to: (i * 7) % 10_000, line: 1, form: 'static' })
    for (let s = 0; s < 5; s++) {
      draft.entities.push({
        file: i,
        kind: 'function',
        name: `s${s}`,
        owner: -1,
        line: s + 1,
        endLine: s + 1,
        signature: '',
        doc: '',
        exported: true,
        role: null,
      })
      draft.edges.push({
        from: 10_000 + i * 5 + s,
        to: 10_000 + ((i * 31 + s) % 50_000),
        kind: 'calls',
        provenance: 'resolver',
        confidence: 100,
        line: 1,
      })
    }
  }
  return packGraph(draft)
}
