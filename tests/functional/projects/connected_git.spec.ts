import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import type { RemoteAccess } from '#projects/git/contract'
import { GitError } from '#projects/git/errors'
import { fetchMirror } from '#projects/git/mirror'
import { pushBranch } from '#projects/git/push'
import { openProjectRemote } from '#projects/services/project_remote'
import env from '#start/env'
import { connectedProject, ownHostUnderTest } from '#tests/support/hosts/connected'
import type { HostUnderTest } from '#tests/support/hosts/host_under_test'
import { aTeam } from '#tests/support/team'

for (const kind of ['github', 'gitlab'] as const) {
  test.group(`Git over a connection, ${kind}`, (group) => {
    let host: HostUnderTest
    let access: RemoteAccess
    let mirrorDir: string
    let token: string

    group.each.setup(async () => {
      host = await ownHostUnderTest(kind)
      host.addRepository('ada/clock', { defaultBranch: 'trunk' })
      const { teamId } = await aTeam()
      const { id, connectionId } = await connectedProject(teamId, host, 'ada/clock', { webhook: false })
      const row = await withTeam(teamId, (trx) => trx.from('projects').where('id', id).firstOrFail())
      const opened = await openProjectRemote({
        teamId,
        connectionId,
        kind: row.remote_kind,
        url: row.remote_url,
        credentialEncrypted: null,
      })
      access = { remote: opened.remote, credential: opened.credential }
      token = opened.secrets[0]!
      mirrorDir = join(env.get('DATA_DIR'), 'mirrors', teamId, id)
      return () => host.close()
    })

    test('fetches and pushes a private repository, and leaves the token nowhere', async ({ assert }) => {
      const { commit, branch } = await fetchMirror({ ...access, mirrorDir })
      assert.equal(branch, 'trunk')
      const push = () => pushBranch({ ...access, mirrorDir, branch: 'feature/größer-✓', commit })
      assert.deepEqual(await push(), { kind: 'pushed' })
      assert.deepEqual(await push(), { kind: 'already_there' })
      for (const entry of await readdir(mirrorDir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue
        const text = await readFile(join(entry.parentPath, entry.name), 'latin1')
        assert.isFalse(text.includes(token), entry.name)
      }
    })

    test('is told that a branch is protected', async ({ assert }) => {
      const { commit } = await fetchMirror({ ...access, mirrorDir })
      host.protect('ada/clock', 'release')
      const outcome = await pushBranch({ ...access, mirrorDir, branch: 'release', commit })
      assert.containsSubset(outcome, { kind: 'rejected', reason: 'protected' })
    })

    test('is told that a branch is there with something else', async ({ assert }) => {
      const { commit } = await fetchMirror({ ...access, mirrorDir })
      host.commit('ada/clock', 'taken', { 'other.txt': 'x' })
      const outcome = await pushBranch({ ...access, mirrorDir, branch: 'taken', commit })
      assert.containsSubset(outcome, { kind: 'rejected', reason: 'ref_exists' })
    })

    test('is told that the token was revoked', async ({ assert }) => {
      host.standIn.oauth.revokeAll()
      if ('personalTokens' in host.standIn) host.standIn.personalTokens.clear()
      const error = await fetchMirror({ ...access, mirrorDir }).then(
        () => null,
        (caught: unknown) => caught
      )
      if (!(error instanceof GitError)) throw error ?? new Error('it was let in')
      assert.equal(error.code, 'auth')
      assert.notInclude(error.message + error.stderr, token)
    })
  })
}
