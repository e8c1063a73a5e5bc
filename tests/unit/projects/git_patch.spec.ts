import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileEdit } from '@agentops/engine/contract'
import { test } from '@japa/runner'
import { exportTree } from '#projects/git/checkout'
import { EditRefused } from '#projects/git/errors'
import { fetchMirror } from '#projects/git/mirror'
import { repositoryOf } from '#projects/git/mirror_layout'
import { applyPatch, createPatch } from '#projects/git/patch'
import { codeOf, errorOf, git, makeRemote, scratch } from '#tests/unit/projects/git_fixture'

type Files = Parameters<typeof makeRemote>[1]

async function mirrored(root: string, files: Files) {
  const made = await makeRemote(root, files)
  const { commit } = await fetchMirror({ ...made, credential: null })
  return { ...made, commit, into: join(root, 'tree') }
}

const write = (path: string, content: string): FileEdit => ({ kind: 'write', path, content })
const move = (from: string, path: string): FileEdit => ({ kind: 'move', from, path })
const remove = (path: string): FileEdit => ({ kind: 'delete', path })

test.group('Patch', (group) => {
  group.each.timeout(30_000)

  test('edits become a patch that gives the edited files on a checkout', async ({ assert, cleanup }) => {
    const { mirrorDir, commit, into } = await mirrored(await scratch(cleanup), {
      'a.ts': 'one\ntwo\nthree\n',
      'crlf.txt': 'a\r\nb\r\n',
      'no-newline': 'x',
      'with space/ü.txt': 'old\n',
      'new\nline "quoted"\t.txt': 'old\n',
      'gone.ts': 'bye\n',
      'lib/moved.ts': 'export const value = 1\nexport const other = 2\nexport const third = 3\n',
      'run.sh': { executable: '#!/bin/sh\necho 1\n' },
    })
    const edits = [
      write('a.ts', 'one\n2\nthree\n'),
      write('crlf.txt', 'a\r\nB\r\n'),
      write('no-newline', 'y'),
      write('with space/ü.txt', 'new\n'),
      write('new\nline "quoted"\t.txt', 'new\n'),
      remove('gone.ts'),
      move('lib/moved.ts', 'src/deep/here.ts'),
      write('run.sh', '#!/bin/sh\necho 2\n'),
      write('nul.txt', 'a\0b'),
      write('empty', ''),
    ]
    const { patch, files } = await createPatch({ mirrorDir, commit, edits })
    await exportTree({ mirrorDir, commit, into })
    await applyPatch({ dir: into, patch })
    for (const edit of edits) {
      if (edit.kind === 'write')
        assert.equal(await readFile(join(into, edit.path), 'utf8'), edit.content, edit.path)
    }
    assert.isFalse(existsSync(join(into, 'gone.ts')))
    assert.isFalse(existsSync(join(into, 'lib')))
    assert.include(await readFile(join(into, 'src/deep/here.ts'), 'utf8'), 'third = 3')
    assert.equal((await lstat(join(into, 'run.sh'))).mode & 0o111, 0o111)
    assert.deepEqual(
      files.find(({ path }) => path === 'a.ts'),
      { path: 'a.ts', change: 'edit', additions: 1, deletions: 1 }
    )
    assert.deepEqual(files.find(({ change }) => change === 'delete')?.path, 'gone.ts')
    assert.deepEqual(files.find(({ change }) => change === 'create')?.path, 'empty')
    assert.deepEqual(files.find(({ path }) => path === 'nul.txt')?.additions, null)
    assert.deepEqual(
      files.find(({ change }) => change === 'move'),
      {
        path: 'src/deep/here.ts',
        change: 'move',
        from: 'lib/moved.ts',
        additions: 0,
        deletions: 0,
      }
    )
    assert.lengthOf(files, edits.length)
  })

  test('a moved file can be written after, and edits see what earlier ones left', async ({
    assert,
    cleanup,
  }) => {
    const { mirrorDir, commit, into } = await mirrored(await scratch(cleanup), { 'a.ts': '1\n', f: 'file\n' })
    const edits = [
      move('a.ts', 'b.ts'),
      write('b.ts', '2\n'),
      write('a.ts', '3\n'),
      remove('f'),
      write('f/inside', '4\n'),
    ]
    const { patch } = await createPatch({ mirrorDir, commit, edits })
    await exportTree({ mirrorDir, commit, into })
    await applyPatch({ dir: into, patch })
    assert.equal(await readFile(join(into, 'b.ts'), 'utf8'), '2\n')
    assert.equal(await readFile(join(into, 'a.ts'), 'utf8'), '3\n')
    assert.equal(await readFile(join(into, 'f/inside'), 'utf8'), '4\n')
  })

  test('a file in another encoding can be removed and moved without damage', async ({ assert, cleanup }) => {
    const latin1 = Buffer.from('caf\xe9\n'.repeat(5), 'latin1')
    const { mirrorDir, commit, into } = await mirrored(await scratch(cleanup), {
      'we[i]rd *"\\.txt': latin1,
      'b.txt': latin1,
      'c.txt': 'c\n',
    })
    const edits = [remove('we[i]rd *"\\.txt'), write('b.txt', 'café\n'), write('c.txt', 'readable\n')]
    const { patch } = await createPatch({ mirrorDir, commit, edits })
    assert.include(patch, '+readable')
    await exportTree({ mirrorDir, commit, into })
    await applyPatch({ dir: into, patch })
    assert.deepEqual((await readdir(into)).sort(), ['b.txt', 'c.txt'])
    assert.equal(await readFile(join(into, 'b.txt'), 'utf8'), 'café\n')
  })

  test('edits that change nothing give an empty patch, which applies', async ({ assert, cleanup }) => {
    const { mirrorDir, commit, into } = await mirrored(await scratch(cleanup), { a: '1\n' })
    const made = await createPatch({ mirrorDir, commit, edits: [write('a', '1\n')] })
    assert.deepEqual(made, { patch: '', files: [] })
    await exportTree({ mirrorDir, commit, into })
    await applyPatch({ dir: into, patch: '' })
  })

  test('the mirror is only read, and the patch is the same each time', async ({ assert, cleanup }) => {
    const { mirrorDir, commit } = await mirrored(await scratch(cleanup), { a: '1\n' })
    const objects = () => git(repositoryOf(mirrorDir), ['count-objects', '-v'])
    const before = objects()
    const edits = [write('a', '2\n'), write('b', '3\n')]
    const one = await createPatch({ mirrorDir, commit, edits })
    assert.deepEqual(await createPatch({ mirrorDir, commit, edits }), one)
    assert.equal(objects(), before)
  })

  test('attributes of the repository do not change the patch', async ({ assert, cleanup }) => {
    const root = await scratch(cleanup)
    const marker = join(root, 'pwned')
    const { mirrorDir, commit } = await mirrored(root, {
      '.gitattributes': '* -diff diff=evil filter=evil text eol=crlf\n',
      a: '1\n',
    })
    git(repositoryOf(mirrorDir), ['config', 'diff.evil.textconv', `touch ${marker}; cat`])
    git(repositoryOf(mirrorDir), ['config', 'diff.evil.command', `touch ${marker}`])
    git(repositoryOf(mirrorDir), ['config', 'filter.evil.clean', `touch ${marker}; cat`])
    const { patch } = await createPatch({ mirrorDir, commit, edits: [write('a', '2\n')] })
    assert.include(patch, '-1\n+2\n')
    assert.isFalse(existsSync(marker))
  })

  test('an edit of {0} is refused as {1}')
    .with([
      ['../x', 'outside'],
      ['/etc/passwd', 'outside'],
      ['a/../../x', 'outside'],
      ['.git/config', 'git_folder'],
      ['.GIT/hooks/pre-commit', 'git_folder'],
      ['sub/git~1/config', 'git_folder'],
      ['.git./config', 'git_folder'],
      ['', 'invalid_path'],
      ['link/x', 'symlink'],
      ['link/deep/er', 'symlink'],
      ['link', 'symlink'],
      ['vendored/x', 'submodule'],
      ['vendored', 'submodule'],
      ['file/x', 'not_a_folder'],
      ['folder', 'is_a_folder'],
    ] as const)
    .run(async ({ assert, cleanup }, [path, code]) => {
      const { mirrorDir, commit: plain } = await mirrored(await scratch(cleanup), {
        file: '1',
        'folder/a': '1',
        link: { link: 'folder' },
      })
      const commit = withSubmodule(mirrorDir, plain)
      for (const edit of [write(path, 'x'), move('file', path)]) {
        if (edit.kind === 'move' && path === 'file/x') continue
        const error = await errorOf(createPatch({ mirrorDir, commit, edits: [edit] }))
        assert.instanceOf(error, EditRefused)
        assert.equal(error.code, code)
        assert.equal(error.path, path)
      }
    })

  test('removing or moving what is not there, or onto a file, is refused', async ({ assert, cleanup }) => {
    const { mirrorDir, commit } = await mirrored(await scratch(cleanup), { a: '1', b: '2', l: { link: 'a' } })
    const refuse = (edits: FileEdit[]) => codeOf(createPatch({ mirrorDir, commit, edits }))
    assert.equal(await refuse([remove('nope')]), 'missing')
    assert.equal(await refuse([remove('a'), remove('a')]), 'missing')
    assert.equal(await refuse([move('nope', 'x')]), 'missing')
    assert.equal(await refuse([move('a', 'b')]), 'invalid_path')
    assert.equal(await refuse([move('l', 'x')]), 'symlink')
    assert.equal(await refuse([move('.git/config', 'x')]), 'git_folder')
    assert.equal(await refuse([remove('l')]), 'none')
  })
})

function withSubmodule(mirrorDir: string, commit: string) {
  const gitDir = repositoryOf(mirrorDir)
  const listing = `${git(gitDir, ['ls-tree', commit])}\n160000 commit ${'1'.repeat(40)}\tvendored\n`
  return git(gitDir, ['commit-tree', '-m', 'x', git(gitDir, ['mktree', '--missing'], listing)])
}

test.group('Applying a patch', (group) => {
  group.each.timeout(30_000)

  test('it lands although the folder lies inside a repository', async ({ assert, cleanup }) => {
    const root = await scratch(cleanup)
    const { mirrorDir, commit, work } = await mirrored(root, { a: '1\n', 'sub/b': '1\n' })
    const { patch } = await createPatch({
      mirrorDir,
      commit,
      edits: [write('a', '2\n'), write('sub/b', '2\n')],
    })
    const dir = join(work, 'nested')
    await exportTree({ mirrorDir, commit, into: dir })
    await applyPatch({ dir, patch })
    assert.equal(await readFile(join(dir, 'a'), 'utf8'), '2\n')
    assert.equal(await readFile(join(dir, 'sub/b'), 'utf8'), '2\n')
    assert.equal(await readFile(join(work, 'a'), 'utf8'), '1\n')
  })

  test('a planted repository with filters and fsmonitor has no effect', async ({ assert, cleanup }) => {
    const root = await scratch(cleanup)
    const marker = join(root, 'pwned')
    const { mirrorDir, commit, into } = await mirrored(root, {
      '.gitattributes': '* filter=evil eol=crlf\n',
      a: '1\n',
    })
    const { patch } = await createPatch({ mirrorDir, commit, edits: [write('a', '2\n')] })
    await exportTree({ mirrorDir, commit, into })
    git(into, ['init', '-q'])
    for (const key of ['filter.evil.smudge', 'filter.evil.clean', 'core.fsmonitor'])
      git(into, ['config', key, `touch ${marker}`])
    await applyPatch({ dir: into, patch })
    assert.equal(await readFile(join(into, 'a'), 'utf8'), '2\n')
    assert.isFalse(existsSync(marker))
  })

  test('one that does not fit changes nothing', async ({ assert, cleanup }) => {
    const { mirrorDir, commit, into } = await mirrored(await scratch(cleanup), { a: '1\n', b: '1\n' })
    const { patch } = await createPatch({ mirrorDir, commit, edits: [write('a', '2\n'), write('b', '2\n')] })
    await exportTree({ mirrorDir, commit, into })
    await writeFile(join(into, 'b'), 'other\n')
    assert.equal(await codeOf(applyPatch({ dir: into, patch })), 'bad_patch')
    assert.equal(await readFile(join(into, 'a'), 'utf8'), '1\n')
    await rm(join(into, 'b'))
    assert.equal(await codeOf(applyPatch({ dir: into, patch })), 'bad_patch')
    assert.equal(await codeOf(applyPatch({ dir: into, patch: 'no patch at all' })), 'bad_patch')
    const creating = await createPatch({ mirrorDir, commit, edits: [write('new', 'x\n')] })
    await writeFile(join(into, 'new'), 'mine\n')
    assert.equal(await codeOf(applyPatch({ dir: into, patch: creating.patch })), 'bad_patch')
    assert.equal(await readFile(join(into, 'new'), 'utf8'), 'mine\n')
  })

  test('one written by hand cannot leave the folder ({0})')
    .with(['../escaped', '.git/config', 'link/escaped'])
    .run(async ({ assert, cleanup }, path) => {
      const root = await scratch(cleanup)
      const dir = join(root, 'tree')
      await mkdir(join(root, 'elsewhere'), { recursive: true })
      await mkdir(dir)
      execFileSync('ln', ['-s', '../elsewhere', join(dir, 'link')])
      const patch = `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+x\n`
      assert.equal(await codeOf(applyPatch({ dir, patch })), 'bad_patch')
      assert.isFalse(existsSync(join(root, 'escaped')))
      assert.isFalse(existsSync(join(root, 'elsewhere', 'escaped')))
      assert.isFalse(existsSync(join(dir, '.git')))
    })
})
