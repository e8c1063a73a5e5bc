import { spawnSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { exportTree } from '#projects/git/checkout'
import { commitPatch, pushBranch } from '#projects/git/commit'
import { fetchMirror } from '#projects/git/mirror'
import { createPatch } from '#projects/git/patch'
import { ensureSampleRemote } from '#projects/git/sample'
import { buildSnapshot } from '#projects/git/snapshot'
import { git, localRemote, scratch, writeTree } from '#tests/unit/projects/git_fixture'

test.group('Sample repository', (group) => {
  group.each.timeout(30_000)

  test('it is the same bare repository on every machine, and made once', async ({ assert, cleanup }) => {
    const root = await scratch(cleanup)
    const one = await ensureSampleRemote(join(root, 'a', 'duration-kit.git'))
    const two = await ensureSampleRemote(join(root, 'b', 'duration-kit.git'))
    assert.equal(one.commit, two.commit)
    assert.equal(git(one.dir, ['symbolic-ref', 'HEAD']), 'refs/heads/main')
    assert.include(git(one.dir, ['ls-tree', '-r', '--name-only', 'main']), '.gitignore')
    git(one.dir, ['update-ref', 'refs/heads/kept', one.commit])
    assert.deepEqual(await ensureSampleRemote(one.dir), one)
    assert.equal(git(one.dir, ['rev-parse', 'kept']), one.commit)
    assert.deepEqual(await readdir(join(root, 'a')), ['duration-kit.git'])
  })

  test('one that was left half-made is made anew, and several may ask at once', async ({
    assert,
    cleanup,
  }) => {
    const dir = join(await scratch(cleanup), 'duration-kit.git')
    await writeTree(dir, { HEAD: 'ref: refs/heads/main\n' })
    const made = await Promise.all([
      ensureSampleRemote(dir),
      ensureSampleRemote(dir),
      ensureSampleRemote(dir),
    ])
    assert.lengthOf(new Set(made.map(({ commit }) => commit)), 1)
    assert.equal(git(dir, ['fsck', '--strict']), '')
  })

  test('its own tests pass as they are, offline', async ({ assert, cleanup }) => {
    const root = await scratch(cleanup)
    const { dir } = await ensureSampleRemote(join(root, 'duration-kit.git'))
    const mirrorDir = join(root, 'mirror')
    const { commit } = await fetchMirror({ remote: localRemote(dir), credential: null, mirrorDir })
    await exportTree({ mirrorDir, commit, into: join(root, 'tree') })
    const { status, stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap'], {
      cwd: join(root, 'tree'),
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    })
    assert.equal(status, 0, stdout)
    assert.match(stdout, /# pass [1-9]\d/)
    assert.match(stdout, /# fail 0/)
  })

  test('a branch goes the whole way, from edits to the remote', async ({ assert, cleanup }) => {
    const root = await scratch(cleanup)
    const { dir, commit: head } = await ensureSampleRemote(join(root, 'duration-kit.git'))
    const remote = localRemote(dir)
    const mirrorDir = join(root, 'mirror')
    const { commit, branch: base } = await fetchMirror({ remote, credential: null, mirrorDir })
    assert.deepEqual([commit, base], [head, 'main'])
    const { files, leftOut } = await buildSnapshot({ mirrorDir, commit })
    assert.isAbove(files, 15)
    assert.isEmpty(leftOut)
    const edits = [{ kind: 'write' as const, path: 'test/compare.test.ts', content: "import 'node:test'\n" }]
    const { patch } = await createPatch({ mirrorDir, commit, edits })
    const branch = 'feature/ia-task-1'
    const author = { name: 'AgentOps', email: 'bot@agentops.invalid' }
    const made = await commitPatch({
      mirrorDir,
      commit,
      patch,
      branch,
      message: 'Test compare',
      trailers: {},
      author,
      date: new Date(0),
    })
    const push = { remote, credential: null, mirrorDir, branch, commit: made.commit }
    assert.deepEqual(await pushBranch(push), { kind: 'pushed' })
    assert.deepEqual(await pushBranch(push), { kind: 'already_there' })
    assert.equal(git(dir, ['log', '--format=%s', `main..${branch}`]), 'Test compare')
  })
})
