import { openGraph } from '@agentops/engine/contract'
import { test } from '@japa/runner'
import { showTimeline } from '#intelligence/queries/show_timeline'
import { countChurn } from '#intelligence/services/churn'
import { firstOpened } from '#intelligence/services/first_opened'
import { OpenMap } from '#intelligence/services/open_map'
import { changesOfPatch } from '#intelligence/services/patch_changes'
import { visibleEdges } from '#intelligence/services/view_edges'
import { MOST_NODES, visibleNodes } from '#intelligence/services/view_nodes'
import { wordsOf } from '#intelligence/services/words'
import { aGraph, aLargeGraph, noRules, rulesOf } from '#tests/support/maps'

const facts = {
  id: 'm',
  projectId: 'p',
  commit: 'c',
  branch: 'main',
  madeAt: '',
  checkedAt: '',
  cause: 'added',
  stack: { languages: [], frameworks: [], packageManager: null, test: null, install: null },
  rules: noRules,
}
const mapOf = (graph: ReturnType<typeof aGraph>, rules = noRules) =>
  new OpenMap({ ...facts, rules }, graph, null)
const options = (opened: string[], tests = false) => ({
  by: 'folders' as const,
  opened: new Set(opened),
  tests,
})

const small = aGraph({
  'src/main/java/a.ts': { symbols: ['a'], imports: ['src/main/java/b.ts', 'lib/c.ts'] },
  'src/main/java/b.ts': { symbols: ['b'], imports: ['src/main/java/a.ts'] },
  'lib/c.ts': { symbols: ['c'] },
  'lib/c.spec.ts': { imports: ['lib/c.ts'], isTest: true },
  LICENSE: {},
  'README.md': {},
  'notes.txt': {},
})

test.group('What of a map is drawn', () => {
  test('folders with one folder in them are one; loose files stand aside; tests on demand', ({ assert }) => {
    const labels = (opened: string[], tests = false) =>
      visibleNodes(mapOf(small), options(opened, tests)).nodes.map(({ label }) => label)
    assert.deepEqual(labels([]), ['lib', 'src/main/java', '3 other files'])
    assert.deepEqual(labels(['dir:lib']), ['lib', 'c.ts', 'src/main/java', '3 other files'])
    assert.deepEqual(labels(['dir:lib'], true), [
      'lib',
      'c.spec.ts',
      'c.ts',
      'src/main/java',
      '3 other files',
    ])
    assert.lengthOf(labels(['rest:']), 6)
  })

  test('folders without code stand aside until they are opened', ({ assert }) => {
    const graph = aGraph({
      'src/a.ts': { symbols: ['a'] },
      '.github/ci.yml': {},
      'docs/guide.md': {},
      'lang/fr.json': {},
    })
    const labels = (opened: string[]) =>
      visibleNodes(mapOf(graph), options(opened)).nodes.map(({ label }) => label)
    assert.deepEqual(labels([]), ['src', '3 other files'])
    assert.deepEqual(labels(['dir:docs']), ['.github', 'docs', 'guide.md', 'lang', 'src'])
  })

  test('a first look opens level by level', ({ assert }) => {
    const files: Record<string, { symbols: string[] }> = {}
    for (let index = 0; index < 12; index++) {
      files[`apps/web/part${index}/a.ts`] = { symbols: ['a', 'b', 'c'] }
      files[`packages/p${index}/b.ts`] = { symbols: ['d'] }
    }
    files['apps/worker/a.ts'] = { symbols: ['a'] }
    const opened = firstOpened(mapOf(aGraph(files)), { by: 'folders', tests: false })
    assert.sameMembers([...opened], ['dir:apps', 'dir:packages', 'dir:apps/web'])
  })

  test('a file that imports itself is no ring', ({ assert }) => {
    assert.isEmpty(mapOf(aGraph({ 'src/a.ts': { symbols: ['a'], imports: ['src/a.ts'] } })).cycles)
    assert.lengthOf(mapOf(small).cycles, 1)
  })

  test('lines run between what is drawn, each pair once, none into its own frame', ({ assert }) => {
    const map = mapOf(small)
    const nodes = visibleNodes(map, options(['dir:src/main/java']))
    const { edges } = visibleEdges(map, nodes, [])
    assert.sameDeepMembers(
      edges.map(({ from, to, count }) => [from, to, count]),
      [
        ['src/main/java/a.ts', 'src/main/java/b.ts', 1],
        ['src/main/java/b.ts', 'src/main/java/a.ts', 1],
        ['src/main/java/a.ts', 'dir:lib', 1],
      ]
    )
  })

  test('never more than can be looked at, whatever is opened', ({ assert }) => {
    const map = mapOf(aLargeGraph(4000))
    const all = [...map.tree('folders').byId.keys()]
    const { nodes, full, standsFor } = visibleNodes(map, options(all))
    assert.isAtMost(nodes.length, MOST_NODES)
    assert.isTrue(full)
    assert.isFalse(standsFor.includes(-1), 'every file and symbol is stood for by something drawn')
    assert.isAtMost(firstOpened(map, { by: 'folders', tests: false }).size, 4)
  })

  test('an import is against the rules by its layer, by a ban, and by a ring', ({ assert }) => {
    const layers = [
      { name: 'java', paths: ['src/**'], mayUse: [], line: 3 },
      { name: 'lib', paths: ['lib/**'], mayUse: null, line: 4 },
    ]
    const forbid = [{ from: ['src/**'], to: ['lib/**'], because: null, line: 6 }]
    const found = mapOf(small, rulesOf({ layers, forbid, cycles: 'forbid' })).violations
    assert.sameMembers(
      found.map(({ rule }) => rule),
      ['java may not use lib', 'src/** may not use lib/**', '2 files import each other in a ring']
    )
    assert.isEmpty(mapOf(small, rulesOf({})).violations)
  })
})

test.group('The timeline', () => {
  test('has weeks without commits, too, and no files without code', ({ assert }) => {
    const file = { commits: 3, authors: 1, last: '2026-03-02T00:00:00Z' }
    const weeks = ['2026-02-02', '2026-03-02'].map((week) => ({ week, commits: 1, files: 1 }))
    const churn = {
      commits: 2,
      from: null,
      to: null,
      latest: [],
      weeks,
      files: { LICENSE: file, 'lib/c.ts': file },
    }
    const answer = showTimeline(new OpenMap(facts, small, churn))
    assert.deepEqual(
      answer.weeks.map(({ week, commits }) => [week, commits]),
      [
        ['2026-02-02', 1],
        ['2026-02-09', 0],
        ['2026-02-16', 0],
        ['2026-02-23', 0],
        ['2026-03-02', 1],
      ]
    )
    assert.deepEqual(
      answer.hot.map(({ path }) => path),
      ['lib/c.ts']
    )
  })
})

test.group('What maps are made of', () => {
  test('the words of a name', ({ assert }) => {
    assert.deepEqual(wordsOf('parseHTTPHeaders_v2'), ['parse', 'http', 'headers', 'v', '2'])
    assert.deepEqual(wordsOf('énumérer créer'), ['énumérer', 'créer'])
    assert.deepEqual(wordsOf('& | ! :*'), [])
  })

  test('the changed lines of a patch, in the code before it', ({ assert }) => {
    const patch = [
      'diff --git a/a.ts b/a.ts',
      '--- a/a.ts',
      '+++ b/a.ts',
      '@@ -3,4 +3,5 @@',
      ' three',
      '-four',
      '+FOUR',
      ' five',
      '+new',
      ' six',
      'diff --git a/new.ts b/new.ts',
      'new file mode 100644',
      '--- /dev/null',
      '+++ b/new.ts',
      '@@ -0,0 +1 @@',
      '+one',
      '',
    ].join('\n')
    assert.deepEqual(changesOfPatch(patch), [{ path: 'a.ts', lines: [[4, 5]] }, { path: 'new.ts' }])
  })

  test('churn by file and by week', ({ assert }) => {
    const change = (at: string, author: string, paths: string[]) => ({
      commit: at,
      at,
      author,
      subject: 's',
      paths,
    })
    const churn = countChurn([
      change('2026-03-04T10:00:00Z', 'Ada', ['a.ts', 'b.ts']),
      change('2026-03-02T10:00:00Z', 'Grace', ['a.ts']),
      change('2026-02-28T10:00:00Z', 'Ada', ['a.ts']),
    ])
    assert.deepEqual(churn.files['a.ts'], { commits: 3, authors: 2, last: '2026-03-04T10:00:00Z' })
    assert.deepEqual(churn.weeks, [
      { week: '2026-02-23', commits: 1, files: 1 },
      { week: '2026-03-02', commits: 2, files: 2 },
    ])
  })

  test('a large graph opens in well under a second', ({ assert }) => {
    const packed = aLargeGraph(10_000)
    const started = performance.now()
    openGraph(packed)
    assert.isBelow(performance.now() - started, 20_000)
  })
})
