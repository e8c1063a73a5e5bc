import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { commitPatch, formatMail } from '#projects/git/commit'
import { fetchMirror } from '#projects/git/mirror'
import { repositoryOf } from '#projects/git/mirror_layout'
import { createPatch } from '#projects/git/patch'
import { codeOf, git, makeRemote, scratch, writeTree } from '#tests/unit/projects/git_fixture'

const given = {
  branch: 'feature/ia-task-7',
  message: 'Add a test\n\nBecause there was none.',
  trailers: { 'AgentOps-Workflow': 'https://agentops.example/workflows/7\nInjected: yes' },
  author: { name: 'Agent <Ops>\n', email: 'bot@agentops.example' },
  date: new Date('2026-05-04T03:02:01.999Z'),
}

async function prepared(root: string) {
  const made = await makeRemote(root, {
    'a.txt': '1\n2\n3\n',
    'crlf.txt': 'a\r\nb\r\n',
    bin: Buffer.from([0, 1, 2]),
  })
  const { commit } = await fetchMirror({ ...made, credential: null })
  const { patch } = await createPatch({
    mirrorDir: made.mirrorDir,
    commit,
    edits: [
      { kind: 'write', path: 'a.txt', content: '1\ntwo\n3\nFrom here\n' },
      { kind: 'write', path: 'ü neu.txt', content: 'x\n' },
      { kind: 'write', path: 'bin', content: 'a\0b' },
    ],
  })
  return { ...made, commit, patch }
}

test.group('Commit', (group) => {
  group.each.timeout(30_000)

  test('the same input gives the same commit in another mirror', async ({ assert, cleanup }) => {
    const { mirrorDir, patch, commit, remote } = await prepared(await scratch(cleanup))
    const made = await commitPatch({ ...given, mirrorDir, patch, commit })
    const elsewhere = await scratch(cleanup)
    await fetchMirror({ remote, credential: null, mirrorDir: elsewhere })
    assert.deepEqual(await commitPatch({ ...given, mirrorDir: elsewhere, patch, commit }), made)
    assert.deepEqual(await commitPatch({ ...given, mirrorDir, patch, commit }), made)
    const other = await commitPatch({ ...given, mirrorDir, patch, commit, message: 'Other' })
    assert.notDeepEqual(other, made)
  })

  test('it carries message, trailers, author and date, each in its place', async ({ assert, cleanup }) => {
    const { mirrorDir, patch, commit } = await prepared(await scratch(cleanup))
    const made = await commitPatch({ ...given, mirrorDir, patch, commit })
    const show = (format: string) =>
      git(repositoryOf(mirrorDir), ['show', '-s', `--format=${format}`, made.commit])
    assert.equal(show('%P'), commit)
    assert.equal(show('%an <%ae> %aI'), 'Agent Ops <bot@agentops.example> 2026-05-04T03:02:01+00:00')
    assert.equal(show('%cn <%ce> %cI'), 'Agent Ops <bot@agentops.example> 2026-05-04T03:02:01+00:00')
    assert.equal(show('%s'), 'Add a test')
    assert.equal(
      show('%(trailers)').trim(),
      'AgentOps-Workflow: https://agentops.example/workflows/7 Injected: yes'
    )
    assert.equal(git(repositoryOf(mirrorDir), ['show', `${made.commit}:a.txt`]), '1\ntwo\n3\nFrom here')
  })

  test('a patch that does not fit, or changes nothing, makes no commit', async ({ assert, cleanup }) => {
    const { mirrorDir, patch, commit } = await prepared(await scratch(cleanup))
    const commitOf = (text: string) => codeOf(commitPatch({ ...given, mirrorDir, patch: text, commit }))
    assert.equal(await commitOf(patch.replaceAll('-2\n', '-other\n')), 'bad_patch')
    assert.equal(await commitOf(''), 'bad_patch')
    assert.equal(await commitOf('nonsense'), 'bad_patch')
    assert.equal(git(repositoryOf(mirrorDir), ['for-each-ref', 'refs/agentops/commits']), '')
  })

  test('a patch written by hand cannot put anything into .git ({0})')
    .with(['.git/config', '.GIT/config', 'git~1/config', '../x'])
    .run(async ({ assert, cleanup }, path) => {
      const { mirrorDir, commit } = await prepared(await scratch(cleanup))
      const patch = `diff --git a/${path} b/${path}\nnew file mode 100644\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+x\n`
      assert.equal(await codeOf(commitPatch({ ...given, mirrorDir, patch, commit })), 'bad_patch')
    })

  test('a hook planted in the mirror does not run', async ({ assert, cleanup }) => {
    const root = await scratch(cleanup)
    const { mirrorDir, patch, commit } = await prepared(root)
    const marker = join(root, 'pwned')
    await writeTree(repositoryOf(mirrorDir), {
      'hooks/reference-transaction': { executable: `#!/bin/sh\ntouch ${marker}\n` },
    })
    await commitPatch({ ...given, mirrorDir, patch, commit })
    assert.isFalse(existsSync(marker))
  })

  test('a branch name that git would not take is refused', async ({ assert, cleanup }) => {
    const { mirrorDir, patch, commit } = await prepared(await scratch(cleanup))
    assert.equal(
      await codeOf(commitPatch({ ...given, mirrorDir, patch, commit, branch: '--force' })),
      'failed'
    )
  })
})

test.group('Mail', (group) => {
  group.each.timeout(30_000)

  test('git am gives the very same commit content', async ({ assert, cleanup }) => {
    const { mirrorDir, patch, commit, work } = await prepared(await scratch(cleanup))
    const made = await commitPatch({ ...given, mirrorDir, patch, commit })
    const mail = await formatMail({ mirrorDir, commit: made.commit })
    assert.match(mail, /^From [0-9a-f]{40} /)
    git(work, ['am', '-q'], mail)
    const tree = git(repositoryOf(mirrorDir), ['rev-parse', `${made.commit}^{tree}`])
    assert.equal(git(work, ['rev-parse', 'HEAD^{tree}']), tree)
    assert.equal(
      git(work, ['show', '-s', '--format=%an %aI %s %(trailers:key=AgentOps-Workflow,valueonly)']).trim(),
      'Agent Ops 2026-05-04T03:02:01+00:00 Add a test https://agentops.example/workflows/7 Injected: yes'
    )
  })

  test('carriage returns survive git am', async ({ assert, cleanup }) => {
    const { mirrorDir, commit, work } = await prepared(await scratch(cleanup))
    const edits = [{ kind: 'write' as const, path: 'crlf.txt', content: 'a\r\nB\r\nü\r\n' }]
    const { patch } = await createPatch({ mirrorDir, commit, edits })
    const made = await commitPatch({ ...given, mirrorDir, patch, commit })
    git(work, ['am', '-q'], await formatMail({ mirrorDir, commit: made.commit }))
    assert.equal(git(work, ['show', 'HEAD:crlf.txt']), 'a\r\nB\r\nü')
    assert.equal(git(work, ['show', '-s', '--format=%s']), 'Add a test')
  })
})
