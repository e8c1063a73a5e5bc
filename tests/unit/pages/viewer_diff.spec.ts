import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import { changedRange } from '../../../inertia/features/workflows/diff/changed_range.js'
import { type DiffRow, rowsOf } from '../../../inertia/features/workflows/diff/diff_rows.js'
import { type DiffFile, parsePatch } from '../../../inertia/features/workflows/diff/parse_patch.js'

const run = promisify(execFile)

/** What git itself says of a change, so that the parser is held to the real thing. */
async function realPatch(
  before: (dir: string) => Promise<void>,
  after: (dir: string) => Promise<void>,
  args: string[] = []
) {
  const dir = await mkdtemp(join(tmpdir(), 'viewer-diff-'))
  const git = (...words: string[]) =>
    run('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.test', ...words], { cwd: dir })
  try {
    await git('init', '-q')
    await before(dir)
    await git('add', '-A')
    await git('commit', '-q', '--allow-empty', '-m', 'before')
    await after(dir)
    await git('add', '-A')
    return (await git('diff', '--cached', '-M', '--binary', ...args)).stdout
  } finally {
    await rm(dir, { recursive: true })
  }
}

const lines = (count: number, change: Record<number, string> = {}) =>
  `${Array.from({ length: count }, (_, i) => change[i + 1] ?? `line ${i + 1}`).join('\n')}\n`

const only = (files: DiffFile[]) => files[0]!
const kinds = (rows: DiffRow[]) =>
  rows.map((row) =>
    row.kind === 'fold' ? `fold ${row.rows.length}` : row.kind === 'gap' ? `gap ${row.lines}` : 'line'
  )

test.group('Viewer diff | files as git writes them', () => {
  test('added, deleted, moved, changed in mode, binary, empty, and with unusual names', async ({
    assert,
  }) => {
    const patch = await realPatch(
      async (dir) => {
        await writeFile(join(dir, 'gone.ts'), 'a\nb\n')
        await writeFile(join(dir, 'old.py'), lines(20))
        await writeFile(join(dir, 'run.sh'), 'echo\n')
        await writeFile(join(dir, 'logo.png'), Buffer.from([0, 1, 2, 0]))
        await writeFile(join(dir, 'with space.ts'), 'a\n')
        await writeFile(join(dir, 'übung "1".md'), 'a\n')
      },
      async (dir) => {
        await unlink(join(dir, 'gone.ts'))
        await mkdir(join(dir, 'lib'))
        await rename(join(dir, 'old.py'), join(dir, 'lib/new.py'))
        await writeFile(join(dir, 'lib/new.py'), lines(20, { 3: 'changed' }))
        await chmod(join(dir, 'run.sh'), 0o755)
        await writeFile(join(dir, 'logo.png'), Buffer.from([0, 9, 9, 0, 7]))
        await writeFile(join(dir, 'with space.ts'), 'b\n')
        await writeFile(join(dir, 'übung "1".md'), 'a')
        await writeFile(join(dir, 'empty.txt'), '')
        await writeFile(join(dir, 'new.ts'), '-- not a header\n+++ neither\n')
      }
    )
    const files = Object.fromEntries(parsePatch(patch).map((file) => [file.path, file]))
    const brief = (path: string) => {
      const { change, additions, deletions, binary, oldPath, oldMode, newMode } = files[path]!
      return { change, additions, deletions, binary, oldPath, oldMode, newMode }
    }
    const plain = { binary: false, oldPath: null, oldMode: null, newMode: null }
    assert.deepEqual(brief('gone.ts'), {
      ...plain,
      change: 'deleted',
      additions: 0,
      deletions: 2,
      oldMode: '100644',
    })
    assert.deepEqual(brief('lib/new.py'), {
      ...plain,
      change: 'renamed',
      additions: 1,
      deletions: 1,
      oldPath: 'old.py',
    })
    assert.deepEqual(brief('run.sh'), {
      ...plain,
      change: 'modified',
      additions: 0,
      deletions: 0,
      oldMode: '100644',
      newMode: '100755',
    })
    assert.deepEqual(brief('logo.png'), {
      ...plain,
      change: 'modified',
      additions: 0,
      deletions: 0,
      binary: true,
    })
    assert.deepEqual(brief('with space.ts'), { ...plain, change: 'modified', additions: 1, deletions: 1 })
    assert.deepEqual(brief('übung "1".md'), { ...plain, change: 'modified', additions: 1, deletions: 1 })
    assert.isTrue(files['übung "1".md']!.noFinalNewline)
    assert.deepEqual(brief('empty.txt'), {
      ...plain,
      change: 'added',
      additions: 0,
      deletions: 0,
      newMode: '100644',
    })
    assert.deepEqual(
      files['new.ts']!.hunks[0]!.lines.map(({ text }) => text),
      ['-- not a header', '+++ neither']
    )
    assert.lengthOf(Object.keys(files), 8)
  })

  test('lines carry the numbers of their sides', async ({ assert }) => {
    const patch = await realPatch(
      (dir) => writeFile(join(dir, 'a.ts'), lines(30)),
      (dir) => writeFile(join(dir, 'a.ts'), lines(30, { 10: 'ten', 11: 'eleven\nand a half' }))
    )
    const { lines: shown } = only(parsePatch(patch)).hunks[0]!
    assert.deepEqual(
      shown
        .filter(({ change }) => change !== 'same')
        .map(({ change, old, new: now, text }) => [change, old, now, text]),
      [
        ['delete', 10, null, 'line 10'],
        ['delete', 11, null, 'line 11'],
        ['add', null, 10, 'ten'],
        ['add', null, 11, 'eleven'],
        ['add', null, 12, 'and a half'],
      ]
    )
    assert.deepEqual([shown[0]!.old, shown[0]!.new], [7, 7])
    assert.deepEqual([shown.at(-1)!.old, shown.at(-1)!.new], [14, 15])
  })

  test('the head of a mail is passed over, and nothing comes of nothing', ({ assert }) => {
    assert.deepEqual(parsePatch(''), [])
    assert.deepEqual(parsePatch('From abc\nSubject: x\n\nno diff here\n'), [])
  })
})

test.group('Viewer diff | rows', () => {
  const patchOf = (args: string[] = []) =>
    realPatch(
      (dir) => writeFile(join(dir, 'a.ts'), lines(60)),
      (dir) => writeFile(join(dir, 'a.ts'), lines(60, { 10: 'ten', 11: 'eleven\nand a half', 40: 'forty' })),
      args
    )

  test('side by side, what was removed stands beside what came for it', async ({ assert }) => {
    const rows = rowsOf(only(parsePatch(await patchOf())), true)
    const changed = rows.flatMap((row) =>
      row.kind === 'line' && row.old?.change !== 'same' ? [[row.old?.text, row.new?.text]] : []
    )
    assert.deepEqual(changed, [
      ['line 10', 'ten'],
      ['line 11', 'eleven'],
      [undefined, 'and a half'],
      ['line 40', 'forty'],
    ])
  })

  test('lines that the patch leaves out are counted, before and between hunks', async ({ assert }) => {
    const rows = rowsOf(only(parsePatch(await patchOf())), false)
    assert.deepEqual(
      kinds(rows).filter((kind) => kind !== 'line'),
      ['gap 6', 'gap 22']
    )
  })

  test('long unchanged stretches within the patch fold, and lose no line', async ({ assert }) => {
    const file = only(parsePatch(await patchOf(['-U100'])))
    const rows = rowsOf(file, false)
    assert.deepEqual(
      kinds(rows).filter((kind) => kind !== 'line'),
      ['fold 22', 'fold 17']
    )
    const all = rows.flatMap((row) => (row.kind === 'fold' ? row.rows : row.kind === 'line' ? [row] : []))
    assert.lengthOf(all, file.hunks[0]!.lines.length)
  })
})

test.group('Viewer diff | within a line', () => {
  test('marks whole words that differ', ({ assert }) => {
    const before = 'const lower = text.trim()'
    const after = 'const latin = text.trim()'
    const found = changedRange(before, after)!
    assert.equal(before.slice(...found.before), 'lower')
    assert.equal(after.slice(...found.after), 'latin')
  })

  test('marks what was put in', ({ assert }) => {
    const found = changedRange('f(a)', 'f(a, b)')!
    assert.deepEqual(found.before, [3, 3])
    assert.equal('f(a, b)'.slice(...found.after), ', b')
  })

  test('marks nothing where the lines have little in common', ({ assert }) => {
    assert.isNull(changedRange('alpha beta gamma', 'x = 1'))
    assert.isNull(changedRange('', 'x'))
  })
})
