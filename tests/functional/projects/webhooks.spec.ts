import { createHmac, randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { createRequire } from 'node:module'
import emitter from '@adonisjs/core/services/emitter'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import EnsureWebhook from '#projects/actions/ensure_webhook'
import HandleDelivery from '#projects/actions/handle_delivery'
import HostEventReceived, { type ReceivedHostEvent } from '#projects/events/host_event_received'
import { floodedFor, whileHeld } from '#projects/services/webhook_limits'
import { sql } from '#shared/database/sql'
import { GithubStandIn } from '#tests/support/github/stand_in'
import { connectedProject, ownHostUnderTest } from '#tests/support/hosts/connected'
import type { HostUnderTest } from '#tests/support/hosts/host_under_test'
import { withSettings } from '#tests/support/hosts/settings'
import { until } from '#tests/support/system/until'
import { aTeam, type Team } from '#tests/support/team'

const deliveries = (teamId: string) =>
  withTeam(teamId, (trx) => trx.from('git_deliveries').select('*').orderBy('received_at'))

/** Handles what waits, as the worker would, and collects what was told. */
async function handleAll(teamId: string): Promise<ReceivedHostEvent[]> {
  const told: ReceivedHostEvent[] = []
  const stop = emitter.on(HostEventReceived, ({ received }) => {
    told.push(received)
  })
  for (const { id } of await deliveries(teamId)) await new HandleDelivery().execute({ teamId, id })
  stop()
  return told
}

for (const kind of ['github', 'gitlab'] as const) {
  test.group(`Webhooks in, ${kind}`, (group) => {
    let host: HostUnderTest
    let team: Team
    let projectId: string

    group.each.setup(async () => {
      host = await ownHostUnderTest(kind)
      host.addRepository('ada/clock', { defaultBranch: 'trunk' })
      team = await aTeam()
      projectId = (await connectedProject(team.teamId, host, 'ada/clock')).id
      await host.standIn.hooks.settled()
      return () => host.close()
    })

    const settled = () => host.standIn.hooks.settled()
    const act = {
      comment: () => {
        const number = host.addIssue('ada/clock', 'It is silent', '')
        const { standIn } = host
        if (standIn instanceof GithubStandIn) {
          const repository = standIn.repositories.get('ada/clock')!
          standIn.comment(repository, repository.issues.get(number)!, 'bob', '@agentops fix this — ✓')
        } else {
          const project = standIn.project('ada/clock')
          standIn.comment(project, project.issues[number - 1]!, 'bob', '@agentops fix this — ✓')
        }
        return settled()
      },
    }

    test('are made at the host when a project is added, and what happens there arrives', async ({
      assert,
    }) => {
      await act.comment()
      const last = host.standIn.hooks.sent.at(-1)!
      assert.equal(last.status, 202)
      const told = await handleAll(team.teamId)
      const comment = told.find(({ event }) => event.kind === 'comment')!
      assert.containsSubset(comment, {
        teamId: team.teamId,
        projectId,
        event: {
          kind: 'comment',
          repository: { path: 'ada/clock' },
          author: { login: 'bob', bot: false },
          subject: { kind: 'issue', number: 1 },
          comment: { body: '@agentops fix this — ✓' },
        },
      })
    })

    test('have their effect once, however often they are delivered', async ({ assert }) => {
      await act.comment()
      const last = host.standIn.hooks.sent.at(-1)!
      assert.equal(await host.standIn.hooks.again(last), 202)
      assert.equal(await host.standIn.hooks.again(last), 202)
      const first = await handleAll(team.teamId)
      const second = await handleAll(team.teamId)
      assert.lengthOf(
        first.filter(({ event }) => event.kind === 'comment'),
        1
      )
      assert.lengthOf(second, 0)
    })

    test('are handled again when a listener failed, with nothing half done', async ({ assert }) => {
      await act.comment()
      const stop = emitter.on(HostEventReceived, () => {
        throw new Error('not today')
      })
      const [row] = (await deliveries(team.teamId)).filter(
        ({ status }: { status: string }) => status === 'received'
      )
      await assert.rejects(
        () => new HandleDelivery().execute({ teamId: team.teamId, id: row.id }),
        'not today'
      )
      stop()
      assert.isAbove((await handleAll(team.teamId)).length, 0)
    })

    test('are refused unless they are signed with the secret of that webhook', async ({ client, assert }) => {
      await act.comment()
      const { url, headers, body } = host.standIn.hooks.sent.at(-1)!
      const before = (await deliveries(team.teamId)).length
      const signature = kind === 'github' ? 'x-hub-signature-256' : 'x-gitlab-token'
      const send = (changed: Record<string, string>, text = body) =>
        fetch(url, {
          method: 'POST',
          headers: { ...headers, 'x-github-delivery': randomUUID(), ...changed },
          body: text,
        })
      assert.equal((await send({ [signature]: 'sha256=00' })).status, 401)
      assert.equal((await send({ [signature]: '' })).status, 401)
      if (kind === 'github') assert.equal((await send({}, `${body} `)).status, 401)
      const unknown = await client.post(`/webhooks/${kind}/${randomUUID()}`).json({})
      assert.equal(unknown.status(), 404)
      assert.lengthOf(await deliveries(team.teamId), before)
    })

    test('that nobody signed are not read for ever, while those that are signed go on', async ({
      assert,
    }) => {
      await act.comment()
      const last = host.standIn.hooks.sent.at(-1)!
      const { url, headers, body } = last
      const forged = { ...headers, 'x-hub-signature-256': 'sha256=00', 'x-gitlab-token': 'guessed' }
      const send = () => fetch(url, { method: 'POST', headers: forged, body })
      const statuses = new Set<number>()
      let answer = await send()
      for (let count = 0; count < 80 && answer.status !== 429; count++) {
        statuses.add(answer.status)
        answer = await send()
      }
      assert.deepEqual([...statuses], [401])
      assert.equal(answer.status, 429)
      assert.isAbove(Number(answer.headers.get('retry-after')), 0)
      const other = host.addRepository('ada/quiet')
      const { id } = await connectedProject(team.teamId, host, other.path, { login: 'ada' })
      await withTeam(team.teamId, async (trx) => {
        const hook = await trx.from('git_webhooks').where('project_id', id).firstOrFail()
        const elsewhere = await fetch(url.replace(/[^/]+$/, hook.id), {
          method: 'POST',
          headers: forged,
          body,
        })
        assert.equal(elsewhere.status, 401, 'another endpoint is not held back')
      })
    })

    test('that are larger than hosts send are not read', async ({ assert }) => {
      await act.comment()
      const { url, headers } = host.standIn.hooks.sent.at(-1)!
      const status = await new Promise<number>((resolve, reject) => {
        const sending = request(url, {
          method: 'POST',
          headers: { ...headers, 'content-length': 26 * 2 ** 20 },
        })
        sending.once('response', ({ statusCode }) => resolve(statusCode!))
        sending.once('error', reject)
        sending.write('{')
      })
      assert.equal(status, 413)
    })

    test('about another repository are taken without effect', async ({ assert }) => {
      const other = host.addRepository('ada/bell')
      const [hook] = host.hooksOf('ada/clock')
      const { standIn } = host
      if (standIn instanceof GithubStandIn) {
        standIn.repositories.get('ada/bell')!.hooks = standIn.repositories.get('ada/clock')!.hooks
      } else {
        standIn.project('ada/bell').hooks = standIn.project('ada/clock').hooks
      }
      const before = (await deliveries(team.teamId)).length
      host.commit(other.path, 'trunk', { 'a.txt': 'a' })
      if (standIn instanceof GithubStandIn)
        standIn.announce(standIn.repositories.get('ada/bell')!, 'push', {
          ref: 'refs/heads/x',
          before: 'a',
          after: 'b',
        })
      else
        standIn.announce(standIn.project('ada/bell'), 'Push Hook', 'push_events', {
          object_kind: 'push',
          ref: 'refs/heads/x',
          before: 'a',
          after: 'b',
        })
      await settled()
      assert.equal(standIn.hooks.sent.at(-1)!.url, hook!.url)
      assert.equal(standIn.hooks.sent.at(-1)!.status, 202)
      assert.lengthOf(await deliveries(team.teamId), before)
    })

    test('of nobody of ours are refused without a shared secret, and taken with one', async ({
      client,
      assert,
    }) => {
      const name = kind === 'github' ? 'GITHUB_WEBHOOK_SECRET' : 'GITLAB_WEBHOOK_SECRET'
      const secret = 'a-secret-of-the-operator'
      const { standIn } = host
      const repository =
        standIn instanceof GithubStandIn
          ? standIn.objects.repository(standIn.repositories.get('ada/clock')!, 'admin')
          : null
      const payload = repository
        ? {
            ref: 'refs/heads/trunk',
            before: 'a'.repeat(40),
            after: 'b'.repeat(40),
            repository,
            sender: { id: 1, login: 'ada' },
          }
        : {
            object_kind: 'push',
            ref: 'refs/heads/trunk',
            before: 'a'.repeat(40),
            after: 'b'.repeat(40),
            project: {
              id: (standIn as { project(path: string): { id: number } }).project('ada/clock').id,
              path_with_namespace: 'ada/clock',
            },
          }
      const send = () => sendShared(client, kind, secret, payload)
      const refused = await send()
      assert.equal(refused.status(), 403)
      assert.include(refused.text(), name)
      const restore = withSettings({ [name]: secret })
      try {
        const own = await send()
        assert.deepEqual([own.status(), own.body()], [202, { received: 0 }], 'its own webhook has told it')
        await withTeam(team.teamId, (trx) => trx.from('git_webhooks').update({ state: 'failed' }))
        const taken = await send()
        assert.deepEqual([taken.status(), taken.body()], [202, { received: 1 }])
        if (kind === 'github') {
          const through = (id: number) =>
            sendShared(client, kind, secret, { ...payload, installation: { id } })
          assert.deepEqual((await through(7)).body(), { received: 0 }, 'it is connected through none')
          await throughInstallation(team.teamId, 7)
          assert.deepEqual((await through(8)).body(), { received: 0 }, 'it is connected through another')
          assert.deepEqual((await through(7)).body(), { received: 1 })
        }
        const told = await handleAll(team.teamId)
        assert.isTrue(told.some(({ event }) => event.kind === 'push' && event.after === 'b'.repeat(40)))
        const foreign = JSON.parse(JSON.stringify(payload))
        ;(foreign.repository ?? foreign.project).id = 987_654_321
        const away = await sendShared(client, kind, secret, foreign)
        assert.deepEqual([away.status(), away.body()], [202, { received: 0 }])
      } finally {
        restore()
      }
    })

    test('that arrive while their project is being removed are taken without effect', async ({ assert }) => {
      await act.comment()
      const { url, headers, body } = host.standIn.hooks.sent.at(-1)!
      const id = randomUUID()
      const signed = { ...headers, 'x-github-delivery': id, 'idempotency-key': id, 'x-gitlab-event-uuid': id }
      const answer = await withTeam(team.teamId, async (trx) => {
        await trx.from('projects').where('id', projectId).delete()
        const answering = fetch(url, { method: 'POST', headers: signed, body })
        await until('the delivery waits for the removal', async () => {
          const waiting = await sql(
            db,
            "select from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into git_deliveries%'"
          )
          return waiting.rowCount > 0
        })
        return { answering }
      })
      const answered = await answer.answering
      assert.deepEqual([answered.status, await answered.json()], [202, { received: 0 }])
      const after = await fetch(url, { method: 'POST', headers: signed, body })
      assert.equal(after.status, 404)
    })

    test('that flood one project are held back for it alone', async ({ assert }) => {
      await act.comment()
      const last = host.standIn.hooks.sent.at(-1)!
      const hook = last.url.split('/').at(-1)!
      const other = host.addRepository('ada/quiet')
      await connectedProject(team.teamId, host, other.path)
      for (let count = 0; count < 1200; count++) await floodedFor(hook)
      const flooded = await fetch(last.url, { method: 'POST', headers: last.headers, body: last.body })
      assert.equal(flooded.status, 429)
      assert.isAbove(Number(flooded.headers.get('retry-after')), 0)
      const quiet = host.hooksOf('ada/quiet')[0]!.url
      assert.isNull(await floodedFor(quiet.split('/').at(-1)!))
    })

    test('are answered well under a second', async ({ assert }) => {
      await act.comment()
      const last = host.standIn.hooks.sent.at(-1)!
      const began = performance.now()
      for (let count = 0; count < 20; count++) await host.standIn.hooks.again(last)
      assert.isBelow((performance.now() - began) / 20, 5000)
    })

    test('that are not what the host documents are kept with where they differ', async ({ assert }) => {
      await act.comment()
      const { url, headers, body } = host.standIn.hooks.sent.at(-1)!
      const broken = JSON.parse(body)
      if (kind === 'github') broken.comment.id = { not: 'a number' }
      else broken.object_attributes.id = { not: 'a number' }
      const text = JSON.stringify(broken)
      const secret = await secretOf(team.teamId)
      const id = randomUUID()
      const signed = {
        ...headers,
        'x-github-delivery': id,
        'idempotency-key': id,
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`,
      }
      assert.equal((await fetch(url, { method: 'POST', headers: signed, body: text })).status, 202)
      const row = (await deliveries(team.teamId)).find(
        ({ delivery_id }: { delivery_id: string }) => delivery_id === id
      )
      assert.equal(row.status, 'malformed')
      assert.match(row.problem, /id/)
    })

    test('are listed with their project, and delivered again from there', async ({ client, assert }) => {
      await act.comment()
      await handleAll(team.teamId)
      const page = await client.get(`/projects/${projectId}/deliveries`).loginAs(team.user).withInertia()
      page.assertInertiaComponent('projects/deliveries')
      const shown = page.inertiaProps.deliveries as { id: string; told: string[] }[]
      const { id } = shown.find(({ told }) => told.includes('comment'))!
      const again = (user: Team['user']) =>
        client.put(`/projects/${projectId}/deliveries/${id}`).loginAs(user).withCsrfToken().redirects(0)
      await again(team.user)
      const told = await handleAll(team.teamId)
      assert.deepEqual(
        told.map(({ event }) => event.kind),
        ['comment']
      )
      assert.equal((await again((await aTeam()).user).accept('json')).status(), 404)
    })

    test('are repaired when somebody has broken them at the host', async ({ client, assert }) => {
      host.breakHook('ada/clock')
      await client.post(`/projects/${projectId}/webhook`).loginAs(team.user).withCsrfToken().redirects(0)
      assert.isTrue(host.hooksOf('ada/clock')[0]!.active)
    })

    test('that may not be made are told with the words of the host', async ({ assert }) => {
      host.server.fail(/hooks$/, { status: 403, body: { message: 'Must have admin rights' } })
      await assert.rejects(() => new EnsureWebhook().execute({ teamId: team.teamId, projectId }))
      const row = await withTeam(team.teamId, (trx) => trx.from('git_webhooks').firstOrFail())
      assert.equal(row.state, 'failed')
      assert.match(row.problem, /Must have admin rights/)
    })
  })
}

function sendShared(client: ApiClient, kind: 'github' | 'gitlab', secret: string, payload: object) {
  const text = JSON.stringify(payload)
  const request = client.post(`/webhooks/${kind}`).header('content-type', 'application/json').json(payload)
  if (kind === 'gitlab') {
    return request
      .header('x-gitlab-token', secret)
      .header('x-gitlab-event', 'Push Hook')
      .header('idempotency-key', randomUUID())
  }
  return request
    .header('x-github-event', 'push')
    .header('x-github-delivery', randomUUID())
    .header('x-hub-signature-256', `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`)
}

/** The connection as it is where a GitHub App is installed. */
const throughInstallation = (teamId: string, id: number) =>
  withTeam(teamId, (trx) =>
    trx.from('git_connections').update({ auth: 'app', installation_id: id, token_encrypted: null })
  )

async function secretOf(teamId: string) {
  const { unsealed } = await import('#projects/services/connection_store')
  const row = await withTeam(teamId, (trx) =>
    trx.from('git_webhooks').select('secret_encrypted').firstOrFail()
  )
  return unsealed(row.secret_encrypted)
}

test.group('Bodies of webhooks that are being read', () => {
  test('take no more than their share of the memory together', async ({ assert }) => {
    const held: (() => void)[] = []
    const reading = (bytes: number) =>
      whileHeld(bytes, () => new Promise<string>((resolve) => held.push(() => resolve('read'))))
    const most = Array.from({ length: 10 }, () => reading(25 * 2 ** 20))
    assert.lengthOf(held, 10)
    assert.isNumber(await reading(25 * 2 ** 20), 'told to come again in so many seconds')
    const small = reading(1)
    assert.lengthOf(held, 11)
    for (const release of held) release()
    assert.deepEqual(new Set(await Promise.all([...most, small])), new Set(['read']))
    const later = reading(25 * 2 ** 20)
    held.at(-1)!()
    assert.equal(await later, 'read')
  })
})

test.group('Every recorded webhook of GitHub', () => {
  test('is received without error', async ({ client, assert }) => {
    const recorded: { name: string; examples: object[] }[] = createRequire(import.meta.url)(
      '@octokit/webhooks-examples/api.github.com/index.json'
    )
    const secret = 'a-secret-of-the-operator'
    const restore = withSettings({ GITHUB_WEBHOOK_SECRET: secret })
    try {
      for (const [name, example] of recorded.flatMap(({ name, examples }) =>
        examples.map((example) => [name, example] as const)
      )) {
        const text = JSON.stringify(example)
        const response = await client
          .post('/webhooks/github')
          .header('x-github-event', name)
          .header('x-github-delivery', randomUUID())
          .header('x-hub-signature-256', `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`)
          .json(example)
        assert.equal(response.status(), 202, name)
      }
    } finally {
      restore()
    }
  })
})
