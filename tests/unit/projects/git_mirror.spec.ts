import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { fetchMirror } from '#projects/git/mirror'
import { repositoryOf } from '#projects/git/mirror_layout'
import { probeRemote } from '#projects/git/probe'
import { gitProviderFor } from '#projects/git/registry'
import {
  codeOf,
  errorOf,
  git,
  localRemote,
  makeRemote,
  scratch,
  writeTree,
} from '#tests/unit/projects/git_fixture'

const credential = null
/** What a mirror that is whole consists of. */
const whole = ['repository.git', 'used']

async function commitMore(work: string, bare: string, branch: string, files: Record<string, string>) {
  await writeTree(work, files)
  git(work, ['add', '-A'])
  git(work, ['commit', '-q', '-m', 'more'])
  git(work, ['push', '-q', bare, `HEAD:refs/heads/${branch}`])
  return git(work, ['rev-parse', 'HEAD'])
}

test.group('Looking at a remote', (group) => {
  group.each.timeout(30_000)

  test('the default branch need not be main', async ({ assert, cleanup }) => {
    const { remote, head } = await makeRemote(await scratch(cleanup), { a: '1' }, 'trunk')
    const state = await gitProviderFor(remote).probe({ remote, credential })
    assert.deepEqual(state, { empty: false, defaultBranch: 'trunk', headCommit: head, branches: ['trunk'] })
  })

  test('an empty repository is told', async ({ assert, cleanup }) => {
    const dir = await scratch(cleanup)
    git(dir, ['init', '-q', '--bare', 'empty.git'])
    const remote = localRemote(join(dir, 'empty.git'))
    assert.isTrue((await probeRemote({ remote, credential })).empty)
    assert.equal(
      await codeOf(fetchMirror({ remote, credential, mirrorDir: join(dir, 'mirror') })),
      'empty_repository'
    )
  })

  test('a detached HEAD gives the branch a newcomer would take', async ({ assert, cleanup }) => {
    const { work, head } = await makeRemote(await scratch(cleanup), { a: '1' })
    git(work, ['branch', 'aaa'])
    git(work, ['checkout', '-q', '--detach'])
    const state = await probeRemote({ remote: localRemote(work), credential })
    assert.deepEqual(state, {
      empty: false,
      defaultBranch: 'main',
      headCommit: head,
      branches: ['aaa', 'main'],
    })
  })

  test('a HEAD that names no branch gives the first one', async ({ assert, cleanup }) => {
    const { bare, remote } = await makeRemote(await scratch(cleanup), { a: '1' }, 'work')
    git(bare, ['symbolic-ref', 'HEAD', 'refs/heads/gone'])
    assert.equal((await probeRemote({ remote, credential })).defaultBranch, 'work')
  })
})

test.group('Mirror', (group) => {
  group.each.timeout(30_000)

  test('a commit is brought without its history and pinned', async ({ assert, cleanup }) => {
    const { work, bare, remote, mirrorDir } = await makeRemote(await scratch(cleanup), { a: '1' })
    const head = await commitMore(work, bare, 'main', { a: '2' })
    const progress: string[] = []
    const pinned = await fetchMirror({
      remote,
      credential,
      mirrorDir,
      onProgress: (line) => progress.push(line),
    })
    assert.deepEqual(pinned, { commit: head, branch: 'main' })
    assert.equal(git(repositoryOf(mirrorDir), ['rev-list', '--count', head]), '1')
    assert.sameMembers(await readdir(mirrorDir), whole)
    assert.isNotEmpty(progress)
  })

  test('a branch that moves on is followed, and the earlier commit can still be had', async ({
    assert,
    cleanup,
  }) => {
    const { work, bare, remote, mirrorDir, head } = await makeRemote(await scratch(cleanup), { a: '1' })
    await fetchMirror({ remote, credential, mirrorDir, branch: 'main' })
    const next = await commitMore(work, bare, 'main', { a: '2' })
    assert.equal((await fetchMirror({ remote, credential, mirrorDir, branch: 'main' })).commit, next)
    assert.equal(
      (await fetchMirror({ remote, credential, mirrorDir, branch: 'main', commit: head })).commit,
      head
    )
  })

  test('a pinned commit is had on a machine that never saw it, though the branch moved on', async ({
    assert,
    cleanup,
  }) => {
    const { work, bare, remote, mirrorDir, head } = await makeRemote(await scratch(cleanup), { a: '1' })
    await commitMore(work, bare, 'main', { a: '2' })
    assert.deepEqual(await fetchMirror({ remote, credential, mirrorDir, branch: 'main', commit: head }), {
      commit: head,
      branch: 'main',
    })
    assert.equal(git(repositoryOf(mirrorDir), ['show', `${head}:a`]), '1')
  })

  test('a commit or branch that is not there is told by name', async ({ assert, cleanup }) => {
    const { remote, mirrorDir } = await makeRemote(await scratch(cleanup), { a: '1' })
    const branch = await errorOf(fetchMirror({ remote, credential, mirrorDir, branch: 'nope' }))
    assert.equal(branch.code, 'not_found')
    assert.include(branch.message, 'nope')
    assert.equal(
      await codeOf(fetchMirror({ remote, credential, mirrorDir, branch: 'main', commit: 'f'.repeat(40) })),
      'not_found'
    )
  })

  test('a branch or commit that looks like an option is refused')
    .with(['--upload-pack=touch pwned', '-u', 'a b', '../x', 'HEAD'])
    .run(async ({ assert, cleanup }, branch) => {
      const { remote, mirrorDir } = await makeRemote(await scratch(cleanup), { a: '1' })
      assert.equal(await codeOf(fetchMirror({ remote, credential, mirrorDir, branch })), 'failed')
      assert.equal(
        await codeOf(fetchMirror({ remote, credential, mirrorDir, branch: 'main', commit: branch })),
        'failed'
      )
      assert.isFalse(existsSync(repositoryOf(mirrorDir)))
    })

  test('an unusual branch name works', async ({ assert, cleanup }) => {
    const { remote, mirrorDir, head } = await makeRemote(
      await scratch(cleanup),
      { a: '1' },
      "ünï/it's-$(x)&y"
    )
    assert.deepEqual(await fetchMirror({ remote, credential, mirrorDir }), {
      commit: head,
      branch: "ünï/it's-$(x)&y",
    })
  })

  test('a repository of another user of this machine can be read', async ({ assert, cleanup }) => {
    const { bare, remote, mirrorDir, head } = await makeRemote(await scratch(cleanup), { a: '1' })
    const { chown } = await import('node:fs/promises')
    await chown(bare, 12345, 12345)
    assert.equal((await fetchMirror({ remote, credential, mirrorDir })).commit, head)
  }).skip(process.getuid?.() !== 0, 'only root can give a folder away')

  test('neither the address nor a hook comes into the mirror', async ({ assert, cleanup }) => {
    const { bare, remote, mirrorDir } = await makeRemote(await scratch(cleanup), { a: '1' })
    await mkdir(join(bare, 'hooks'), { recursive: true })
    await writeFile(join(bare, 'hooks', 'post-checkout'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    await fetchMirror({ remote, credential, mirrorDir })
    assert.isFalse(existsSync(join(repositoryOf(mirrorDir), 'hooks')))
    assert.notInclude(await readFile(join(repositoryOf(mirrorDir), 'config'), 'utf8'), bare)
  })

  test('what a killed process left half-made is discarded', async ({ assert, cleanup }) => {
    const { remote, mirrorDir, head } = await makeRemote(await scratch(cleanup), { a: '1' })
    await writeTree(mirrorDir, {
      'x.partial/HEAD': 'ref: refs/heads/main\n',
      'repository.git/HEAD': 'garbage',
      'repository.git/shallow.lock': '',
    })
    assert.equal((await fetchMirror({ remote, credential, mirrorDir })).commit, head)
    assert.sameMembers(await readdir(mirrorDir), whole)
  })

  test('several processes may ask at once', async ({ assert, cleanup }) => {
    const { remote, mirrorDir, head } = await makeRemote(await scratch(cleanup), { a: '1' })
    const source = `import '@poppinss/ts-exec'
      const { fetchMirror } = await import('#projects/git/mirror')
      const [remote, mirrorDir] = process.argv.slice(1).map((text) => JSON.parse(text))
      console.log((await fetchMirror({ remote, credential: null, mirrorDir })).commit)`
    const one = () =>
      new Promise<string>((resolve) => {
        const args = ['--input-type=module', '-e', source, JSON.stringify(remote), JSON.stringify(mirrorDir)]
        const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
        let out = ''
        child.stdout.on('data', (data) => {
          out += data
        })
        child.stderr.on('data', (data) => {
          out += data
        })
        child.once('close', () => resolve(out.trim()))
      })
    assert.deepEqual(await Promise.all([one(), one(), one()]), [head, head, head])
    assert.sameMembers(await readdir(mirrorDir), whole)
  }).timeout(20_000)

  test('a fetch can be cancelled', async ({ assert, cleanup }) => {
    const { remote, mirrorDir } = await makeRemote(await scratch(cleanup), { a: '1' })
    assert.equal(
      await codeOf(fetchMirror({ remote, credential, mirrorDir, signal: AbortSignal.abort() })),
      'cancelled'
    )
    assert.isFalse(existsSync(repositoryOf(mirrorDir)))
  })
})
