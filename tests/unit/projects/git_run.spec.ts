import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { maskedStderr } from '#projects/git/masked_stderr'
import { pinnedAddresses } from '#projects/git/pinned_host'
import { runRemoteGit } from '#projects/git/remote_git'
import { gitText, runGit } from '#projects/git/run_git'
import { isPublicAddress } from '#shared/network/public_address'
import { codeOf, errorOf, git, localRemote, makeRemote, scratch } from '#tests/unit/projects/git_fixture'

test.group('Running git', (group) => {
  group.each.timeout(30_000)

  test('no variable of this process reaches git but the listed ones', async ({ assert, cleanup }) => {
    process.env.AGENTOPS_SPEC_SECRET = 'do-not-inherit'
    cleanup(() => {
      delete process.env.AGENTOPS_SPEC_SECRET
    })
    const env = await gitText(['-c', 'alias.show=!env', 'show-env'], {}).catch(() => '')
    const seen = await gitText(['-c', 'alias.e=!env', 'e'])
    assert.equal(env, '')
    assert.include(seen, 'HOME=/nonexistent')
    assert.notInclude(seen, 'do-not-inherit')
  })

  test('settings of the repository, of the person and of the machine have no say', async ({
    assert,
    cleanup,
  }) => {
    const dir = await scratch(cleanup)
    const { bare } = await makeRemote(dir, { 'a.txt': 'a\n' })
    git(bare, ['config', 'core.hooksPath', '/tmp/evil'])
    git(bare, ['config', 'core.fsmonitor', '/tmp/evil'])
    assert.equal(await gitText(['config', 'core.hooksPath'], { gitDir: bare }), '/dev/null')
    assert.equal(await gitText(['config', 'core.fsmonitor'], { gitDir: bare }), 'false')
    const origins = await gitText(['config', '--list', '--show-scope'], { gitDir: bare })
    assert.notMatch(origins, /^(system|global)\t/m)
  })

  test('without a repository named, git finds none around it', async ({ assert }) => {
    assert.equal(await codeOf(runGit(['rev-parse', '--git-dir'], { cwd: import.meta.dirname })), 'failed')
  })

  test('too much output ends the run', async ({ assert, cleanup }) => {
    const { bare } = await makeRemote(await scratch(cleanup), { big: 'x'.repeat(200_000) })
    assert.equal(
      await codeOf(runGit(['show', 'HEAD:big'], { gitDir: bare, maxOutputBytes: 1000 })),
      'too_large'
    )
  })

  test('a run that takes too long is stopped with everything it started', async ({ assert }) => {
    const started = Date.now()
    const error = await errorOf(runGit(['-c', 'alias.wait=!sleep 30 | cat', 'wait'], { timeoutMs: 200 }))
    assert.equal(error.code, 'timeout')
    assert.isBelow(Date.now() - started, 20_000)
  })

  test('a run can be cancelled', async ({ assert }) => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 100)
    const started = Date.now()
    assert.equal(
      await codeOf(runGit(['-c', 'alias.wait=!sleep 30', 'wait'], { signal: stop.signal })),
      'cancelled'
    )
    assert.isBelow(Date.now() - started, 20_000)
    assert.equal(await codeOf(runGit(['version'], { signal: stop.signal })), 'cancelled')
  })

  test('what git says is masked and loses terminal control', ({ assert }) => {
    const said = 'fatal: \u001b[31mhttps://me:tok-123456@host/x\u001b[0m said tok-123456\u0007'
    assert.equal(maskedStderr(said, ['tok-123456']), 'fatal: https://host/x said •••')
  })

  test('the transport {0} is not allowed, whatever the address says')
    .with(['ext::sh -c "touch /tmp/git-spec-pwned"', 'file:///etc', 'git://127.0.0.1/x'])
    .run(async ({ assert }, url) => {
      const remote = { kind: 'ssh' as const, url, host: '', displayName: url, reach: 'any_address' as const }
      const error = await errorOf(
        runRemoteGit({ remote, credential: null }, (address) => ['ls-remote', '--', address])
      )
      assert.equal(error.code, 'failed')
      assert.include(error.message, 'not allowed')
    })

  test('url.insteadOf of the repository git works in cannot turn an address', async ({ assert, cleanup }) => {
    const dir = await scratch(cleanup)
    const { bare, remote } = await makeRemote(dir, { 'a.txt': 'a\n' })
    const marker = join(dir, 'pwned')
    git(bare, ['config', `url.ext::sh -c touch% ${marker}.insteadOf`, bare])
    const error = await errorOf(
      runRemoteGit({ remote, credential: null }, (url) => ['ls-remote', '--', url], { gitDir: bare })
    )
    assert.include(error.message, 'transport')
    assert.throws(() => writeFileSync(marker, '', { flag: 'r' }))
  })

  test('a missing repository is told apart', async ({ assert, cleanup }) => {
    const dir = await scratch(cleanup)
    const access = { remote: localRemote(join(dir, 'nothing.git')), credential: null }
    assert.equal(await codeOf(runRemoteGit(access, (url) => ['ls-remote', '--', url])), 'not_found')
  })

  test('an SSH host that does not answer is unreachable', async ({ assert }) => {
    const remote = {
      kind: 'ssh' as const,
      url: 'ssh://git@127.0.0.1:9/x',
      host: '127.0.0.1',
      displayName: 'x',
      reach: 'any_address' as const,
    }
    const credential = { kind: 'ssh' as const, privateKey: 'not a key' }
    assert.equal(
      await codeOf(runRemoteGit({ remote, credential }, (url) => ['ls-remote', '--', url])),
      'unreachable'
    )
  })

  test('a name that leads into a closed network is not connected to', async ({ assert }) => {
    const remote = {
      kind: 'https' as const,
      url: 'https://localhost/x',
      host: 'localhost',
      displayName: 'x',
      reach: 'public_addresses' as const,
    }
    const error = await errorOf(pinnedAddresses(remote))
    assert.equal(error.code, 'unreachable')
    assert.include(error.message, 'private network')
    assert.deepEqual(await pinnedAddresses({ ...remote, reach: 'any_address' }), [])
  })

  test('addresses of the open internet are told apart', ({ assert }) => {
    for (const address of ['8.8.8.8', '140.82.112.3', '2606:50c0:8000::153'])
      assert.isTrue(isPublicAddress(address), address)
    for (const address of [
      '127.0.0.1',
      '10.0.0.1',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:10.0.0.1',
      'name',
    ]) {
      assert.isFalse(isPublicAddress(address), address)
    }
  })
})
