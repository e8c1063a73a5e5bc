import { test } from '@japa/runner'
import { formatAddress, parseAddress, START } from '../../../inertia/features/intelligence/address.js'
import { openedFor } from '../../../inertia/features/intelligence/architecture/opened_for.js'
import { linePath, straight } from '../../../inertia/features/intelligence/canvas/line_path.js'
import { mermaidOf } from '../../../inertia/features/intelligence/export/mermaid.js'

test.group('The address of the map', () => {
  test('says only what differs from the start, and comes back as it was', ({ assert }) => {
    assert.equal(formatAddress(START), '')
    assert.deepEqual(parseAddress(''), START)
    const there = {
      ...START,
      tab: 'tests' as const,
      open: ['dir:src', 'src/a b.ts'],
      tests: true,
      sel: 'src/a.ts#x',
      depth: 3,
      page: 2,
    }
    assert.deepEqual(parseAddress(formatAddress(there)), there)
    const closed = { ...START, open: [] }
    assert.deepEqual(parseAddress(formatAddress(closed)), closed)
  })

  test('leaves out what it does not know', ({ assert }) => {
    assert.deepEqual(parseAddress('?tab=spells&depth=99999&page=-1&overlay=x&mode=y'), { ...START, depth: 4 })
    assert.isNull(parseAddress(`?sel=${'x'.repeat(2000)}`).sel)
  })

  test('a found method opens its folders, its file and its class', ({ assert }) => {
    const hit = { id: 'app/users/user.ts#User.save', path: 'app/users/user.ts', kind: 'method' as const }
    assert.deepEqual(openedFor(hit, 'folders'), [
      'dir:app',
      'dir:app/users',
      'app/users/user.ts',
      'app/users/user.ts#User',
    ])
    assert.deepEqual(openedFor(hit, 'layers'), [])
  })
})

test.group('Pictures', () => {
  test('a spline is drawn as laid out, what is left over straight', ({ assert }) => {
    const at = (x: number, y: number) => ({ x, y })
    const curve = linePath([at(0, 0), at(1, 1), at(2, 2), at(3, 3), at(4, 4)])
    assert.equal(curve?.path, 'M0,0 C1,1 2,2 3,3 L4,4')
    assert.isNull(linePath([]))
    const [from, to] = [
      { x: 0, y: 0, width: 10, height: 10 },
      { x: 0, y: 50, width: 10, height: 10 },
    ]
    assert.deepEqual(straight(from, to), [at(5, 10), at(5, 50)])
  })

  test('Mermaid keeps frames and escapes quotes', ({ assert }) => {
    const node = (id: string, label: string, parent: string | null) => ({
      id,
      label,
      parent,
      kind: 'file' as const,
      detail: '',
      expandable: false,
      expanded: false,
      unresolved: 0,
      violations: 0,
      inCycle: false,
      tint: null,
      centre: false,
    })
    const edge = { id: 'e', from: 'a', to: 'b', count: 2, words: '', violations: 0, confidence: 1 }
    const text = mermaidOf({
      flow: 'DOWN',
      nodes: [node('f', 'src', null), node('a', 'a "x"', 'f'), node('b', 'b', null)],
      edges: [edge],
    })
    assert.equal(
      text,
      'flowchart LR\n  subgraph n0["src"]\n    n1["a #quot;x#quot;"]\n  end\n  n2["b"]\n  n1 -->|2| n2\n'
    )
  })
})
