import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { EngineEvent, ExecutionRequest, ExecutionResult, FileEdit } from '@agentops/engine/contract'
import { test } from '@japa/runner'
import { boundedStream } from '#shared/engine/bounded_stream'
import { streamEngine } from '#shared/engine/engine_client'
import env from '#start/env'
import { type Answer, aHostileEngine, say } from '#tests/support/hostile_engine'
import { startWorker, untilWorkflow } from '#tests/support/running_system'
import { aSampleProject, aTeam, type Team } from '#tests/support/team'
import CancelWorkflow from '#workflows/actions/cancel_workflow'
import CreateWorkflow from '#workflows/actions/create_workflow'
import { listEvents } from '#workflows/queries/list_events'
import { recipeList } from '#workflows/queries/recipe_list'

const edit = (path: string): FileEdit => ({ kind: 'write', path, content: 'export {}\n' })
const once =
  (event: EngineEvent): Answer =>
  (response) => {
    say(response, event)
    response.end()
  }
const edits = (...paths: string[]): Answer =>
  once({ type: 'edits', edits: paths.map(edit), summary: 'Done.' })

const request = (more: Partial<ExecutionRequest>): ExecutionRequest => ({
  id: 'one',
  reason: 'to see',
  argv: ['true'],
  overlay: [],
  env: {},
  coverage: false,
  timeoutMs: 30_000,
  ...more,
})
const executions = (...requests: ExecutionRequest[]): Answer =>
  once({ type: 'execution_requested', requests, state: '' })

const failure = (more: object): EngineEvent => ({
  type: 'failed',
  code: 'rate_limited',
  message: 'Busy.',
  retryable: true,
  retryAfterMs: null,
  ...more,
})

let team: Team | undefined

async function start() {
  team ??= await aTeam()
  const project = await aSampleProject(team)
  const created = await new CreateWorkflow().execute({
    teamId: team.teamId,
    userId: null,
    projectId: project.id,
    task: 'Tidy the code up',
  })
  if (!created.ok) throw new Error(created.error)
  return { teamId: team.teamId, workflowId: created.value.id }
}

async function run() {
  const { teamId, workflowId } = await start()
  return untilWorkflow(teamId, workflowId, undefined, 40_000)
}

test.group('An engine that somebody else has taken', (group) => {
  group.setup(() => startWorker())

  test('cannot change {path}')
    .with([
      { path: '../outside.txt', says: 'not a plain path' },
      { path: '/etc/cron.d/evil', says: 'absolute' },
      { path: '.git/hooks/post-checkout', says: '.git' },
      { path: 'src/.GIT/config', says: '.git' },
      { path: '.github/workflows/ci.yml', says: 'CI configuration' },
      { path: '.gitlab-ci.yml', says: 'CI configuration' },
      { path: '.agentops.yml', says: 'AgentOps configuration' },
      { path: 'package-lock.json', says: 'lockfile' },
    ])
    .run(async ({ assert, ...context }, { path, says }) => {
      context.test.cleanup(await aHostileEngine({ generate: edits('src/fine.ts', path) }))
      const { outcome, outcomeReason, branch } = await run()
      assert.equal(outcome, 'failed')
      assert.include(outcomeReason!, says)
      assert.isNull(branch)
    })

  test('cannot change more files than a person could read', async ({ assert, ...context }) => {
    const paths = Array.from({ length: 2001 }, (_, index) => `src/many/${index}.ts`)
    context.test.cleanup(await aHostileEngine({ generate: edits(...paths) }))
    const { outcome, outcomeReason } = await run()
    assert.equal(outcome, 'failed')
    assert.include(outcomeReason!, '2001 files')
  })

  test('cannot have executed {what}')
    .with<{ what: string; requests: ExecutionRequest[]; says: string }[]>([
      {
        what: 'something written outside of the checkout',
        requests: [request({ overlay: [{ path: '../../../escaped.txt', content: 'x' }] })],
        says: 'relative to the repository root',
      },
      {
        what: 'something with an environment that is code',
        requests: [request({ env: { 'A;touch /tmp/x;B': '1' } })],
        says: 'not valid',
      },
      {
        what: 'a thousand things',
        requests: Array.from({ length: 1000 }, (_, index) => request({ id: String(index) })),
        says: '32 are allowed',
      },
    ])
    .run(async ({ assert, ...context }, { requests, says }) => {
      context.test.cleanup(await aHostileEngine({ generate: executions(...requests) }))
      const { outcome, outcomeReason } = await run()
      assert.equal(outcome, 'failed')
      assert.include(outcomeReason!, says)
      assert.isFalse(existsSync(join(env.get('DATA_DIR'), 'escaped.txt')))
    })

  test('learns nothing of the worker from what it has executed, and reaches nothing outside', async ({
    assert,
    ...context
  }) => {
    const mark = join(env.get('DATA_DIR'), 'reached-from-the-sandbox')
    const look = `
      const fs = require('node:fs')
      const attempt = (work) => { try { return work() } catch (error) { return String(error.code) } }
      console.log(JSON.stringify({
        environment: process.env,
        processes: fs.readdirSync('/proc').filter(Number).map((pid) => attempt(() => fs.readFileSync('/proc/' + pid + '/environ', 'utf8') + fs.readFileSync('/proc/' + pid + '/cmdline', 'utf8'))),
        written: attempt(() => fs.writeFileSync(${JSON.stringify(mark)}, 'x')),
        listed: attempt(() => fs.readdirSync(${JSON.stringify(env.get('DATA_DIR'))})),
      }))`
    let results: ExecutionResult[] = []
    context.test.cleanup(
      await aHostileEngine({
        generate(response, incoming, body) {
          results = JSON.parse(body).executions
          if (results.length > 0) return edits('src/fine.ts')(response, incoming, body)
          const preload = { LD_PRELOAD: '/workspace/evil.so', NODE_OPTIONS: '--require /workspace/evil.cjs' }
          return executions(
            request({
              argv: ['node', '-e', look],
              env: preload,
              overlay: [
                {
                  path: 'evil.cjs',
                  content: `try { require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'x') } catch {}`,
                },
              ],
            })
          )(response, incoming, body)
        },
      })
    )
    await run()
    const [seen] = results
    assert.equal(seen?.exitCode, 0, seen?.stderr)
    const secrets = [
      env.get('APP_KEY').release(),
      env.get('DATABASE_URL'),
      new URL(env.get('DATABASE_URL')).password,
    ]
    for (const secret of secrets) assert.notInclude(seen!.stdout + seen!.stderr, secret)
    assert.notInclude(seen!.stdout, 'DATABASE_URL')
    assert.isFalse(existsSync(mark))
    assert.equal(JSON.parse(seen!.stdout).listed, 'ENOENT')
  })

  test('cannot keep a worker waiting by asking for patience', async ({ assert, ...context }) => {
    context.test.cleanup(await aHostileEngine({ generate: once(failure({ retryAfterMs: 2 ** 40 })) }))
    const { outcome, outcomeReason } = await run()
    assert.equal(outcome, 'failed')
    assert.include(outcomeReason!, 'asks to wait')
  })

  test('cannot outlast a cancellation, nor fill the log, by talking without end', async ({
    assert,
    ...context
  }) => {
    let talking = true
    context.test.cleanup(
      await aHostileEngine({
        async generate(response) {
          for (let count = 0; talking && !response.destroyed; count++) {
            say(response, { type: 'progress', message: `still busy ${count} \u0000 \ud800` })
            if (count % 50 === 0) await wait(1)
          }
        },
      })
    )
    context.test.cleanup(() => {
      talking = false
    })
    const { teamId, workflowId } = await start()
    await untilWorkflow(teamId, workflowId, ({ steps }) =>
      steps.some(({ name, status }) => name === 'generate' && status === 'running')
    )
    await wait(1500)
    const asked = Date.now()
    await new CancelWorkflow().execute({ teamId, workflowId })
    const { outcome } = await untilWorkflow(teamId, workflowId, undefined, 10_000)
    assert.equal(outcome, 'cancelled')
    assert.isBelow(Date.now() - asked, 20_000)
    let notes = 0
    for (let after = 0; ; ) {
      const { events } = await listEvents(teamId, workflowId, after)
      if (events.length === 0) break
      notes += events.filter(({ kind }) => kind === 'note').length
      after = events.at(-1)!.seq
    }
    assert.isBelow(notes, 1100)
  })
})

const call = { team: 'team', workflow: null, signal: new AbortController().signal }
const generate = () => streamEngine('/v1/generate', {}, call, () => {})

test.group('A stream of the engine', () => {
  test('is cut off when one event is larger than any can be', async ({ assert, ...context }) => {
    context.test.cleanup(
      await aHostileEngine({
        async generate(response) {
          response.write('data: "')
          const chunk = 'x'.repeat(2 ** 20)
          for (let sent = 0; sent < 1024 && !response.destroyed; sent++) {
            if (!response.write(chunk))
              await Promise.race([wait(1000), new Promise((go) => response.once('drain', go))])
          }
        },
      })
    )
    const before = process.memoryUsage().rss
    await assert.rejects(generate, /broke off/)
    assert.isBelow(process.memoryUsage().rss - before, 600 * 2 ** 20)
  })

  test('is cut off when it has more events than any call needs', async ({ assert, ...context }) => {
    context.test.cleanup(
      await aHostileEngine({
        async generate(response) {
          const many = 'data: {"type":"delta","text":"x"}\n\n'.repeat(5000)
          while (!response.destroyed) if (!response.write(many)) await wait(1)
        },
      })
    )
    await assert.rejects(generate, /200000 events/)
  })

  test('counts for nothing when it is no JSON, or not what was agreed', async ({ assert, ...context }) => {
    const answers = [
      'nonsense',
      '{"type":"edits"}',
      '[]',
      'null',
      '{"type":"usage","usage":{"inputTokens":1e300}}',
    ]
    let answer = ''
    context.test.cleanup(
      await aHostileEngine({ generate: (response) => response.end(`data: ${answer}\n\n`) })
    )
    for (answer of answers) await assert.rejects(generate, /not what was agreed/)
  })

  test('errs after a silence', async ({ assert }) => {
    const silent = new ReadableStream<Uint8Array>({ start: (it) => it.enqueue(new Uint8Array(1)) })
    const reader = silent.pipeThrough(boundedStream({ bytes: 10, silenceMs: 30 })).getReader()
    await reader.read()
    await assert.rejects(() => reader.read(), /nothing came/)
  })

  test('of capabilities is not read without end by a page', async ({ assert, ...context }) => {
    let sent = 0
    context.test.cleanup(
      await aHostileEngine({
        async capabilities(response) {
          const chunk = ' '.repeat(2 ** 16)
          while (!response.destroyed && sent < 2 ** 30) {
            sent += chunk.length
            if (!response.write(chunk)) await wait(1)
          }
        },
      })
    )
    assert.isNull(await recipeList(crypto.randomUUID()))
    await wait(100)
    assert.isBelow(sent, 50 * 2 ** 20)
  })
})
