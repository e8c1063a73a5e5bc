import { existsSync } from 'node:fs'
import { lstat, readdir, readFile, readlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { exportTree } from '#projects/git/checkout'
import { fetchMirror } from '#projects/git/mirror'
import { repositoryOf } from '#projects/git/mirror_layout'
import { codeOf, errorOf, git, makeRemote, scratch } from '#tests/unit/projects/git_fixture'

type Files = Parameters<typeof makeRemote>[1]

async function mirrored(root: string, files: Files) {
  const made = await makeRemote(root, files)
  const { commit } = await fetchMirror({ ...made, credential: null })
  return { ...made, commit, into: join(root, 'tree') }
}

/** A commit of a tree no client would make: entries as `mode type oid\tname`. */
function forge(
  mirrorDir: string,
  entries: (blob: (text: string) => string, tree: (lines: string[]) => string) => string[]
) {
  const gitDir = repositoryOf(mirrorDir)
  const blob = (text: string) => git(gitDir, ['hash-object', '-w', '--stdin'], text)
  const tree = (lines: string[]) => {
    const raw = lines.map((line) => {
      const [meta = '', name = ''] = line.split('\t')
      const [mode, , oid] = meta.split(' ')
      return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid!, 'hex')])
    })
    return git(gitDir, ['hash-object', '-w', '--literally', '-t', 'tree', '--stdin'], Buffer.concat(raw))
  }
  return git(gitDir, ['commit-tree', '-m', 'forged', tree(entries(blob, tree))])
}

test.group('Checkout', (group) => {
  group.each.timeout(30_000)

  test('files come as they are stored, with their modes and names', async ({ assert, cleanup }) => {
    const files = {
      'plain.txt': 'a\n',
      'crlf.txt': 'a\r\nb\r\n',
      'bytes.bin': Buffer.from([0, 255, 10, 13]),
      empty: '',
      'with space/ü 日本.txt': 'x',
      'new\nline': 'y',
      '-dash': 'z',
      'run.sh': { executable: '#!/bin/sh\n' },
    }
    const { mirrorDir, commit, into } = await mirrored(await scratch(cleanup), files)
    const result = await exportTree({ mirrorDir, commit, into })
    assert.equal(result.files, 8)
    assert.isEmpty(result.leftOut)
    for (const [path, content] of Object.entries(files)) {
      const wanted = typeof content === 'object' && 'executable' in content ? content.executable : content
      assert.deepEqual(await readFile(join(into, path)), Buffer.from(wanted as string), path)
    }
    assert.equal((await lstat(join(into, 'run.sh'))).mode & 0o111, 0o111)
    assert.equal((await lstat(join(into, 'plain.txt'))).mode & 0o111, 0)
    assert.isFalse(existsSync(join(into, '.git')))
  })

  test('attributes and settings that ask for filters, line ends or substitution have no effect', async ({
    assert,
    cleanup,
  }) => {
    const root = await scratch(cleanup)
    const marker = join(root, 'pwned')
    const { mirrorDir, commit, into, bare } = await mirrored(root, {
      '.gitattributes':
        '* filter=evil eol=crlf ident export-subst\nsecret.txt export-ignore\n*.bin filter=lfs diff=lfs\n',
      'a.txt': 'one\n$Id$ $Format:%H$\n',
      'secret.txt': 's\n',
      'b.bin': 'version https://git-lfs.github.com/spec/v1\n',
    })
    for (const dir of [bare, repositoryOf(mirrorDir)]) {
      for (const kind of ['smudge', 'clean', 'process'])
        git(dir, ['config', `filter.evil.${kind}`, `touch ${marker}`])
    }
    await exportTree({ mirrorDir, commit, into })
    assert.equal(await readFile(join(into, 'a.txt'), 'utf8'), 'one\n$Id$ $Format:%H$\n')
    assert.isTrue(existsSync(join(into, 'secret.txt')))
    assert.isFalse(existsSync(marker))
  })

  test('links that stay inside are kept, the others reported', async ({ assert, cleanup }) => {
    const { mirrorDir, commit, into } = await mirrored(await scratch(cleanup), {
      'dir/file': 'x',
      'dir/up': { link: '..' },
      good: { link: 'dir/file' },
      passwd: { link: '/etc/passwd' },
      escape: { link: '../outside' },
      hop: { link: 'dir/up/../outside' },
    })
    const { leftOut, files } = await exportTree({ mirrorDir, commit, into })
    assert.equal(files, 1)
    assert.deepEqual(leftOut.map(({ path }) => path).sort(), ['escape', 'hop', 'passwd'])
    assert.equal(await readlink(join(into, 'good')), 'dir/file')
    assert.equal(await readlink(join(into, 'dir/up')), '..')
  })

  test('a submodule is reported, not fetched', async ({ assert, cleanup }) => {
    const { mirrorDir, into } = await mirrored(await scratch(cleanup), { a: '1' })
    const commit = forge(mirrorDir, (blob) => [
      `100644 blob ${blob('[submodule "x"]\n\tpath = lib\n\turl = ext::sh -c evil\n')}\t.gitmodules`,
      `160000 commit ${'1'.repeat(40)}\tlib`,
    ])
    const { leftOut } = await exportTree({ mirrorDir, commit, into })
    assert.deepEqual(leftOut, [{ path: 'lib', why: 'submodule' }])
  })

  test('a forged tree cannot write outside, into .git or through a link', async ({ assert, cleanup }) => {
    const root = await scratch(cleanup)
    const { mirrorDir, into } = await mirrored(root, { a: '1' })
    const commit = forge(mirrorDir, (blob, tree) => [
      `40000 tree ${tree([`100644 blob ${blob('x')}\tescaped`])}\t..`,
      `40000 tree ${tree([`100755 blob ${blob('x')}\tconfig`])}\t.git`,
      `40000 tree ${tree([`100755 blob ${blob('x')}\tconfig`])}\tgit~1`,
      `120000 blob ${blob('.')}\tdup`,
      `40000 tree ${tree([`100644 blob ${blob('x')}\tinside`, `120000 blob ${blob('../a')}\tlink`])}\tdup`,
      `100644 blob ${blob('fine')}\tz`,
    ])
    const { leftOut } = await exportTree({ mirrorDir, commit, into })
    assert.deepEqual(leftOut.map(({ path }) => path).sort(), [
      '../escaped',
      '.git/config',
      'dup',
      'git~1/config',
    ])
    assert.deepEqual((await readdir(into)).sort(), ['dup', 'z'])
    assert.isTrue((await lstat(join(into, 'dup'))).isDirectory())
    assert.isFalse(existsSync(join(root, 'escaped')))
  })

  test('too many files or bytes are refused before anything is written', async ({ assert, cleanup }) => {
    const { mirrorDir, commit, into } = await mirrored(await scratch(cleanup), { a: '12345', b: '67890' })
    const files = await errorOf(exportTree({ mirrorDir, commit, into, maxFiles: 1 }))
    assert.equal(files.code, 'too_large')
    assert.include(files.message, 'has 2 files; at most 1')
    const bytes = await errorOf(exportTree({ mirrorDir, commit, into, maxBytes: 9 }))
    assert.include(bytes.message, 'has 10 bytes; at most 9')
    assert.isFalse(existsSync(into))
  })

  test('a folder that is not empty is left alone', async ({ assert, cleanup }) => {
    const root = await scratch(cleanup)
    const { mirrorDir, commit, work } = await mirrored(root, { a: '1' })
    await writeFile(join(work, 'mine'), 'x')
    assert.equal(await codeOf(exportTree({ mirrorDir, commit, into: work })), 'failed')
    assert.equal(await readFile(join(work, 'mine'), 'utf8'), 'x')
  })
})
