import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { pushBranch } from '#projects/git/commit'
import { fetchMirror } from '#projects/git/mirror'
import { repositoryOf } from '#projects/git/mirror_layout'
import { runRemoteGit } from '#projects/git/remote_git'
import { codeOf, errorOf, git, localRemote, makeRemote, scratch } from '#tests/unit/projects/git_fixture'

const branch = 'feature/ia-task-1'
const credential = null

async function ready(root: string) {
  const made = await makeRemote(root, { 'a.txt': '1\n' })
  const { commit: base } = await fetchMirror({ ...made, credential })
  const gitDir = repositoryOf(made.mirrorDir)
  const child = (message: string, parent = base) =>
    git(gitDir, ['commit-tree', '-p', parent, '-m', message, `${base}^{tree}`])
  const push = (commit: string, name = branch) =>
    pushBranch({ remote: made.remote, credential, mirrorDir: made.mirrorDir, branch: name, commit })
  return { ...made, base, gitDir, child, push }
}

async function hook(bare: string, name: string, script: string) {
  await mkdir(join(bare, 'hooks'), { recursive: true })
  await writeFile(join(bare, 'hooks', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
}

test.group('Push', (group) => {
  group.each.timeout(30_000)

  test('a new branch appears at the remote; the second time it is already there', async ({
    assert,
    cleanup,
  }) => {
    const { bare, child, push } = await ready(await scratch(cleanup))
    const commit = child('one')
    assert.deepEqual(await push(commit), { kind: 'pushed' })
    assert.equal(git(bare, ['rev-parse', branch]), commit)
    assert.deepEqual(await push(commit), { kind: 'already_there' })
  })

  test('a branch at another commit is never moved, not even forward', async ({ assert, cleanup }) => {
    const { bare, child, push } = await ready(await scratch(cleanup))
    const first = child('one')
    await push(first)
    for (const commit of [child('two'), child('on top', first)]) {
      const outcome = await push(commit)
      assert.containsSubset(outcome, { kind: 'rejected', reason: 'ref_exists' })
      if (outcome.kind === 'rejected') assert.include(outcome.message, branch)
    }
    assert.equal(git(bare, ['rev-parse', branch]), first)
  })

  test('a branch that appears between the look and the push is not moved', async ({ assert, cleanup }) => {
    const { bare, base, child, push } = await ready(await scratch(cleanup))
    await hook(bare, 'pre-receive', `unset GIT_QUARANTINE_PATH; git update-ref refs/heads/${branch} ${base}`)
    assert.containsSubset(await push(child('one')), { kind: 'rejected', reason: 'ref_exists' })
    assert.equal(git(bare, ['rev-parse', branch]), base)
  })

  test('a branch in the way of the name is told', async ({ assert, cleanup }) => {
    const { bare, base, child, push } = await ready(await scratch(cleanup))
    git(bare, ['branch', 'feature', base])
    const outcome = await push(child('one'))
    assert.containsSubset(outcome, { kind: 'rejected', reason: 'ref_exists' })
  })

  test('a rule of the server refuses, with its own words', async ({ assert, cleanup }) => {
    const { bare, child, push } = await ready(await scratch(cleanup))
    await hook(bare, 'pre-receive', 'echo "only releases may be pushed" >&2; exit 1')
    const outcome = await push(child('one'))
    assert.containsSubset(outcome, { kind: 'rejected', reason: 'protected' })
    if (outcome.kind === 'rejected') assert.include(outcome.message, 'only releases may be pushed')
    assert.throws(() => git(bare, ['rev-parse', '--verify', branch]))
  })

  test('the branch checked out at the other end is left alone', async ({ assert, cleanup }) => {
    const { work, child, mirrorDir } = await ready(await scratch(cleanup))
    git(work, ['checkout', '-q', '--orphan', branch])
    const outcome = await pushBranch({
      remote: localRemote(work),
      credential,
      mirrorDir,
      branch,
      commit: child('one'),
    })
    assert.containsSubset(outcome, { kind: 'rejected' })
  })

  test('git itself telling non-fast-forward is told apart', async ({ assert, cleanup }) => {
    const { child, push, remote, gitDir } = await ready(await scratch(cleanup))
    await push(child('one'))
    const other = child('two')
    const error = await errorOf(
      runRemoteGit({ remote, credential }, (url) => ['push', '--', url, `${other}:refs/heads/${branch}`], {
        gitDir,
      })
    )
    assert.equal(error.code, 'non_fast_forward')
  })

  test('no hook of our side runs', async ({ assert, cleanup }) => {
    const root = await scratch(cleanup)
    const { gitDir, child, push } = await ready(root)
    const marker = join(root, 'pwned')
    for (const name of ['pre-push', 'reference-transaction']) await hook(gitDir, name, `touch ${marker}`)
    assert.deepEqual(await push(child('one')), { kind: 'pushed' })
    assert.isFalse(existsSync(marker))
  })

  test('a name that could be an option or another ref is refused ({0})')
    .with(['--force', '--mirror', '+main', 'main:main', 'a b', ''])
    .run(async ({ assert, cleanup }, name) => {
      const { push, child, bare, base } = await ready(await scratch(cleanup))
      const code = await codeOf(push(child('one'), name))
      if (name === '+main') assert.equal(git(bare, ['rev-parse', 'main']), base)
      else assert.equal(code, 'failed')
    })

  test('a remote that is gone is an error, not a rejection', async ({ assert, cleanup }) => {
    const root = await scratch(cleanup)
    const { child, mirrorDir } = await ready(root)
    const remote = localRemote(join(root, 'gone.git'))
    assert.equal(
      await codeOf(pushBranch({ remote, credential, mirrorDir, branch, commit: child('one') })),
      'not_found'
    )
  })
})
