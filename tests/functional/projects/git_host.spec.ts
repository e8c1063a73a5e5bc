import { test } from '@japa/runner'
import type { GitHost, RepositoryRef } from '#projects/git/host_contract'
import { HostError, type HostErrorCode } from '#projects/git/host_errors'
import { type HostUnderTest, hostUnderTest, openWith } from '#tests/support/hosts/host_under_test'

const path = 'ada/clock'

for (const kind of ['github', 'gitlab'] as const) {
  test.group(`Git host, ${kind}`, (group) => {
    let under: HostUnderTest
    let host: GitHost
    let ref: RepositoryRef

    group.each.setup(async () => {
      under = await hostUnderTest(kind)
      ref = under.addRepository(path, { files: { 'clock.js': 'tick()\n' }, defaultBranch: 'trunk' })
      host = openWith(under, under.addToken('ada'))
      return () => under.close()
    })

    const input = (extra = {}) => ({
      sourceBranch: 'feature/größer als',
      targetBranch: 'trunk',
      title: 'Tick louder · läuter',
      body: 'Because **nobody** hears it.',
      ...extra,
    })
    const branchOff = () => under.commit(path, 'feature/größer-als', { 'clock.js': 'TICK()\n' })
    const source = { sourceBranch: 'feature/größer-als' }

    test('says who the connection is and what its token may', async ({ assert }) => {
      const account = await host.account()
      assert.equal(account.login, 'ada')
      assert.isNotEmpty(account.scopes)
      assert.isFalse(account.bot)
    })

    test('lists thousands of repositories page by page, the last pushed first', async ({ assert }) => {
      for (let number = 0; number < 1005; number++) under.addRepository(`ada/r${number}`, { hasGit: false })
      const seen: string[] = []
      let after: string | null = null
      do {
        const page: Awaited<ReturnType<GitHost['listRepositories']>> = await host.listRepositories({ after })
        seen.push(...page.items.map((repository) => repository.path))
        after = page.next
      } while (after)
      assert.lengthOf(new Set(seen), 1006)
      assert.equal(seen[0], 'ada/r1004')
      assert.equal(seen.at(-1), path)
    })

    test('tells the facts of a repository', async ({ assert }) => {
      under.protect(path, 'trunk')
      const facts = await host.repository({ path })
      assert.containsSubset(facts, {
        id: ref.id,
        path,
        defaultBranch: 'trunk',
        visibility: 'private',
        archived: false,
        canPush: true,
        defaultBranchProtected: true,
        canManageHooks: true,
      })
      assert.isTrue(facts.cloneUrl.startsWith(`${under.url}/`))
      assert.isFalse(await host.branchProtected(ref, 'not/there'))
    })

    test('knows what somebody may do there', async ({ assert }) => {
      const reader = under.addMember(path, 'bob', 'read')
      const writer = under.addMember(path, 'eve', 'write')
      assert.equal(await host.rightsOf(ref, reader), 'read')
      assert.equal(await host.rightsOf(ref, writer), 'write')
      assert.equal(await host.rightsOf(ref, { id: '999999', login: 'nobody-at-all' }), 'none')
    })

    test('opens a change request once, however often and however badly it is asked', async ({ assert }) => {
      const commit = branchOff()
      under.addMember(path, 'bob', 'write')
      const wishes = { labels: ['agentops'], reviewers: ['bob', 'stranger-who-is-not-there'] }
      const first = await host.findOrOpenChangeRequest(ref, input({ ...source, ...wishes, draft: true }))
      assert.containsSubset(first, {
        created: true,
        draft: true,
        title: 'Tick louder · läuter',
        targetBranch: 'trunk',
        headCommit: commit,
        labels: ['agentops'],
        refusedReviewers: ['stranger-who-is-not-there'],
        state: 'open',
      })
      const second = await host.findOrOpenChangeRequest(ref, input(source))
      assert.equal(second.number, first.number)
      assert.isFalse(second.created)
    })

    test('finds what a lost answer has made', async ({ assert }) => {
      branchOff()
      under.server.fail(/^POST .*(pulls|merge_requests)$/, 'lost')
      await assert.rejects(() => host.findOrOpenChangeRequest(ref, input(source)), /cannot be reached/)
      const again = await host.findOrOpenChangeRequest(ref, input(source))
      assert.isFalse(again.created)
      assert.equal(under.server.count(/^POST .*(pulls|merge_requests)$/), 1)
    })

    test('changes, readies and closes a change request', async ({ assert }) => {
      branchOff()
      const { number } = await host.findOrOpenChangeRequest(ref, input({ ...source, draft: true }))
      const ready = await host.updateChangeRequest(ref, number, { draft: false, body: 'New words.' })
      assert.containsSubset(ready, { draft: false, body: 'New words.', title: 'Tick louder · läuter' })
      const closed = await host.updateChangeRequest(ref, number, { state: 'closed' })
      assert.equal(closed.state, 'closed')
      assert.equal((await host.changeRequest(ref, number)).state, 'closed')
    })

    test('keeps one comment and edits it in place', async ({ assert }) => {
      const number = under.addIssue(path, 'It is silent', 'Not a sound.')
      const subject = { kind: 'issue', number } as const
      const first = await host.upsertStickyComment(ref, subject, {
        marker: 'agentops:1',
        body: 'Working on it.',
      })
      const second = await host.upsertStickyComment(ref, subject, { marker: 'agentops:1', body: 'Done — ✓' })
      assert.equal(second.id, first.id)
      const other = await host.upsertStickyComment(ref, subject, {
        marker: 'agentops:2',
        body: 'Another task.',
      })
      assert.notEqual(other.id, first.id)
      assert.lengthOf(under.commentsOn(path, 'issue', number), 2)
      const { items } = await host.comments(ref, subject)
      assert.include(items[0]!.body, 'Done — ✓')
      assert.equal(items[0]!.author.login, 'ada')
    })

    test('never edits what somebody else has written with the same mark', async ({ assert }) => {
      const number = under.addIssue(path, 'It is silent', 'Not a sound.')
      under.addMember(path, 'mallory', 'write')
      const subject = { kind: 'issue', number } as const
      const mallory = openWith(under, under.addToken('mallory'))
      await mallory.upsertStickyComment(ref, subject, { marker: 'agentops:1', body: 'I am AgentOps.' })
      await host.upsertStickyComment(ref, subject, { marker: 'agentops:1', body: 'No, I am.' })
      assert.deepEqual(
        under.commentsOn(path, 'issue', number).map(({ user }) => user),
        ['mallory', 'ada']
      )
    })

    test('reads issues by label and text', async ({ assert }) => {
      const number = under.addIssue(path, 'It is silent', 'Not a sound.', ['agentops'])
      under.addIssue(path, 'It is loud', 'Too much.')
      const found = await host.listIssues(ref, { label: 'agentops' })
      assert.deepEqual(
        found.items.map((issue) => issue.number),
        [number]
      )
      assert.lengthOf((await host.listIssues(ref, { text: 'LOUD' })).items, 1)
      assert.containsSubset(await host.issue(ref, number), {
        title: 'It is silent',
        body: 'Not a sound.',
        state: 'open',
      })
    })

    test('follows a pipeline to red, reads the end of its log, and has the job made again', async ({
      assert,
    }) => {
      const commit = branchOff()
      assert.isNull(await host.pipeline(ref, commit))
      await host.setCommitStatus(ref, {
        commit,
        name: 'AgentOps',
        state: 'pending',
        description: 'x'.repeat(400),
        url: 'https://agentops.test/1',
      })
      assert.isNull(await host.pipeline(ref, commit, 'AgentOps'))
      const job = under.addJob(path, commit, 'unit tests')
      under.addJob(path, commit, 'lint')
      assert.equal((await host.pipeline(ref, commit, 'AgentOps'))!.state, 'running')
      under.finishJob(path, job, 'failed', `${'noise\n'.repeat(5000)}not ok 1 - it ticks ✗\n`)
      const red = (await host.pipeline(ref, commit, 'AgentOps'))!
      assert.equal(red.state, 'failed')
      const failed = red.jobs.find(({ state }) => state === 'failed')!
      assert.containsSubset(failed, { id: String(job), name: 'unit tests', ours: true })
      const log = await host.jobLog(ref, failed.id, 200)
      assert.isTrue(log.text.endsWith('not ok 1 - it ticks ✗\n'))
      assert.isBelow(Buffer.byteLength(log.text), 201)
      assert.isAbove(log.skippedBytes, 29_000)
      await host.retryJob(ref, failed.id)
      assert.notEqual((await host.pipeline(ref, commit, 'AgentOps'))!.state, 'failed')
    })

    test('sets the same status twice without complaint', async ({ assert }) => {
      const commit = branchOff()
      const status = {
        commit,
        name: 'AgentOps',
        state: 'success',
        description: 'Verified',
        url: 'https://agentops.test/1',
      } as const
      await host.setCommitStatus(ref, status)
      await host.setCommitStatus(ref, status)
      const [only] = (await host.pipeline(ref, commit))!.jobs
      assert.containsSubset(only, { name: 'AgentOps', state: 'success', ours: false })
    })

    test('creates, checks, repairs and deletes its webhook', async ({ assert }) => {
      const hook = { url: 'http://127.0.0.1:9/webhooks', secret: 'whisper' }
      assert.equal((await host.ensureWebhook(ref, hook)).state, 'created')
      assert.equal((await host.ensureWebhook(ref, hook)).state, 'works')
      under.breakHook(path)
      assert.equal((await host.ensureWebhook(ref, hook)).state, 'repaired')
      assert.deepEqual(under.hooksOf(path), [{ url: hook.url, active: true }])
      await host.deleteWebhook(ref, hook.url)
      await host.deleteWebhook(ref, hook.url)
      assert.deepEqual(under.hooksOf(path), [])
    })

    test('knows what is left of its budget', async ({ assert }) => {
      assert.isNull(host.rateLimit())
      await host.repository(ref)
      assert.isAbove(host.rateLimit()!.remaining, 0)
      assert.isAbove(Date.parse(host.rateLimit()!.resetsAt), Date.now())
    })

    const said = { message: 'As the host says it.' }
    const faults: [string, Parameters<HostUnderTest['server']['fail']>[1], HostErrorCode, number][] = [
      ['401', { status: 401, body: said }, 'unauthorized', 1],
      ['403', { status: 403, body: said }, 'forbidden', 1],
      [
        '403 with a secondary limit',
        {
          status: 403,
          body: { message: 'You have exceeded a secondary rate limit.' },
          headers: { 'retry-after': '90' },
        },
        'rate_limited',
        1,
      ],
      ['429', { status: 429, body: 'Retry later', headers: { 'retry-after': '90' } }, 'rate_limited', 1],
      ['404', { status: 404, body: said }, 'not_found', 1],
      ['409', { status: 409, body: said }, 'conflict', 9],
      ['422', { status: 422, body: said }, 'invalid', 1],
      ['500', { status: 500, body: said }, 'unavailable', 9],
      ['502 with a page', { status: 502, body: '<html>Bad gateway</html>' }, 'unavailable', 9],
      ['a cut connection', 'cut', 'unavailable', 9],
      ['another shape', { status: 200, body: { hello: 'world' } }, 'malformed_answer', 1],
      ['a list for an object', { status: 200, body: [] }, 'malformed_answer', 1],
      ['a page for an object', { status: 200, body: '<html>Sign in</html>' }, 'malformed_answer', 1],
      [
        'JSON that breaks off',
        { status: 200, body: '{"id": 1,', headers: { 'content-type': 'application/json' } },
        'malformed_answer',
        1,
      ],
    ]
    for (const [name, fault, code, times] of faults) {
      test(`tells ${name} as ${code}`, async ({ assert }) => {
        under.server.fail(/^GET /, fault, times)
        const error = await host.repository(ref).then(
          () => null,
          (caught: unknown) => caught
        )
        if (!(error instanceof HostError)) throw error ?? new Error('it did not fail')
        assert.equal(error.code, code)
        assert.isAbove(error.message.length, 30)
        if (code === 'rate_limited') assert.isAbove(error.retryAt!.getTime(), Date.now() + 80_000)
      })
    }

    test('reads again after a passing fault, and never writes again', async ({ assert }) => {
      under.server.fail(/^GET /, { status: 502, body: 'Bad gateway' })
      assert.equal((await host.repository(ref)).path, path)
      const number = under.addIssue(path, 'It is silent', '')
      under.server.fail(/^POST /, { status: 502, body: 'Bad gateway' })
      const write = () => host.upsertStickyComment(ref, { kind: 'issue', number }, { marker: 'm', body: 'b' })
      await assert.rejects(write, /fault of its own/)
      assert.equal(under.server.count(/^POST /), 1)
    })

    test('has its token refused once it is revoked', async ({ assert }) => {
      const stranger = openWith(under, 'gho_never-was')
      await assert.rejects(() => stranger.account(), /no longer takes/)
    })

    test('stops when it is told to', async ({ assert }) => {
      const stopped = openWith(under, under.addToken('ada'), AbortSignal.abort(new Error('the worker ends')))
      await assert.rejects(() => stopped.repository(ref), 'the worker ends')
    })
  })
}
