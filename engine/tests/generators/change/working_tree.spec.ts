import { test } from '@japa/runner'
import type { FileEdit } from '../../../contract/generation.ts'
import { WorkingTree } from '../../../src/generators/change/working_tree.ts'
import { snapshotFromFiles } from '../../../src/snapshots/snapshot.ts'

const files = { 'a.ts': 'A', 'b.ts': 'B', 'c.ts': 'C' }

/** Plays edits as the contract describes them, to see where they lead. */
function played(edits: FileEdit[]): Record<string, string> {
  const result: Record<string, string> = { ...files }
  for (const edit of edits) {
    if (edit.kind === 'write') result[edit.path] = edit.content
    else if (edit.kind === 'delete') delete result[edit.path]
    else {
      result[edit.path] = result[edit.from]!
      delete result[edit.from]
    }
  }
  return result
}

test.group('working tree', () => {
  test('{label}')
    .with([
      { label: 'nothing', change: () => {}, edits: [] },
      {
        label: 'a write',
        change: (tree: WorkingTree) => tree.write('a.ts', 'A2'),
        edits: [{ kind: 'write', path: 'a.ts', content: 'A2' }],
      },
      {
        label: 'a write of the same text is nothing',
        change: (tree: WorkingTree) => tree.write('a.ts', 'A'),
        edits: [],
      },
      {
        label: 'a new file',
        change: (tree: WorkingTree) => tree.write('d.ts', 'D'),
        edits: [{ kind: 'write', path: 'd.ts', content: 'D' }],
      },
      {
        label: 'a delete',
        change: (tree: WorkingTree) => tree.delete('a.ts'),
        edits: [{ kind: 'delete', path: 'a.ts' }],
      },
      {
        label: 'a move',
        change: (tree: WorkingTree) => tree.move('a.ts', 'd.ts'),
        edits: [{ kind: 'move', from: 'a.ts', path: 'd.ts' }],
      },
      {
        label: 'a move in two steps is one move',
        change: (tree: WorkingTree) => {
          tree.move('a.ts', 'x.ts')
          tree.move('x.ts', 'd.ts')
        },
        edits: [{ kind: 'move', from: 'a.ts', path: 'd.ts' }],
      },
      {
        label: 'a move and a change',
        change: (tree: WorkingTree) => {
          tree.move('a.ts', 'd.ts')
          tree.write('d.ts', 'D')
        },
        edits: [
          { kind: 'move', from: 'a.ts', path: 'd.ts' },
          { kind: 'write', path: 'd.ts', content: 'D' },
        ],
      },
      {
        label: 'a file deleted and made again as it was is nothing',
        change: (tree: WorkingTree) => {
          tree.delete('a.ts')
          tree.write('a.ts', 'A')
        },
        edits: [],
      },
    ] as { label: string; change: (tree: WorkingTree) => void; edits: FileEdit[] }[])
    .run(({ assert }, { change, edits }) => {
      const tree = new WorkingTree(snapshotFromFiles(files))
      change(tree)
      assert.deepEqual(tree.edits(), edits)
    })

  test('whatever is done in whatever order, the edits lead to the same files', ({ assert }) => {
    // A small deterministic generator: every seed is another sequence of twelve operations.
    for (let seed = 1; seed <= 400; seed += 1) {
      const tree = new WorkingTree(snapshotFromFiles(files))
      let state = seed
      const next = (count: number) => {
        state = (state * 48_271) % 2_147_483_647
        return state % count
      }
      const paths = ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts']
      for (let step = 0; step < 12; step += 1) {
        const [from, to] = [paths[next(5)]!, paths[next(5)]!]
        const kind = next(3)
        if (kind === 0) tree.write(to, `${seed}.${step}`)
        else if (kind === 1) tree.delete(from)
        else if (tree.has(from) && !tree.has(to)) tree.move(from, to)
      }
      const expected = Object.fromEntries(tree.paths.map((path) => [path, tree.read(path)]))
      assert.deepEqual(played(tree.edits()), expected, `seed ${seed}`)
    }
  })

  test('edits of an earlier attempt are taken over', ({ assert }) => {
    const edits: FileEdit[] = [
      { kind: 'delete', path: 'b.ts' },
      { kind: 'move', from: 'a.ts', path: 'd.ts' },
      { kind: 'write', path: 'd.ts', content: 'D' },
    ]
    const tree = new WorkingTree(snapshotFromFiles(files))
    tree.apply(edits)
    assert.deepEqual(tree.paths, ['c.ts', 'd.ts'])
    assert.deepEqual(tree.edits(), edits)
  })
})
