import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { ChannelHandlers } from '../../../inertia/features/workflows/live/channel.js'
import { WorkflowFeed } from '../../../inertia/features/workflows/live/workflow_feed.js'
import type { LiveMessage, StoredEvent, Workflow } from '../../../inertia/features/workflows/server_types.js'

const workflow = {
  id: 'w',
  status: 'running',
  lastSeq: 0,
  steps: [],
  artifacts: [],
  models: [],
} as unknown as Workflow

/** A server with its own store of events, whose answers and line can be taken away. */
class Server {
  events: StoredEvent[] = []
  fetched: number[] = []
  down = false
  closed = 0
  line: ChannelHandlers<LiveMessage> | null = null

  add(count: number, kind: 'log' | 'workflow' = 'log') {
    const added = Array.from({ length: count }, (): StoredEvent => {
      const seq = this.events.length + 1
      const payload =
        kind === 'log'
          ? { stream: 'stdout' as const, line: seq, text: `line ${seq}\n` }
          : { status: 'finished' as const, outcome: 'verified' as const, reason: null }
      const event: StoredEvent = { seq, stepId: 's', kind, payload, createdAt: '2026-01-01T00:00:00Z' }
      this.events.push(event)
      return event
    })
    return added
  }

  tell(events: StoredEvent[], inline = true) {
    this.line?.onMessage({ from: events[0]!.seq, to: events.at(-1)!.seq, events: inline ? events : null })
  }

  sources = {
    fetchPage: async (after: number, signal: AbortSignal) => {
      await wait(2)
      signal.throwIfAborted()
      if (this.down) throw new Error('The server could not be reached')
      this.fetched.push(after)
      return {
        events: this.events.slice(after, after + 500),
        lastSeq: this.events.length,
        status: 'running' as const,
      }
    },
    open: (handlers: ChannelHandlers<LiveMessage>) => {
      this.line = handlers
      return () => {
        this.closed += 1
        this.line = null
      }
    },
  }
}

async function until(condition: () => boolean) {
  for (let i = 0; i < 400 && !condition(); i++) await wait(5)
}

const numbers = (feed: WorkflowFeed) => feed.view().state.logs.s?.lines.map((line) => line.number) ?? []
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

function started(server: Server) {
  const feed = new WorkflowFeed(workflow, server.sources)
  feed.start()
  return feed
}

test.group('Viewer feed', () => {
  test('opens no line for a workflow that has ended', async ({ assert }) => {
    const server = new Server()
    server.add(3)
    const feed = new WorkflowFeed({ ...workflow, status: 'finished' }, server.sources)
    feed.start()
    await until(() => feed.view().history === 'complete')
    assert.deepEqual(numbers(feed), upTo(3))
    assert.isNull(server.line)
    feed.stop()
  })

  test('loads what was before, page by page', async ({ assert }) => {
    const server = new Server()
    server.add(1200)
    const feed = started(server)
    await until(() => feed.view().history === 'complete')
    assert.deepEqual(server.fetched, [0, 500, 1000])
    assert.deepEqual(numbers(feed), upTo(1200))
    feed.stop()
  })

  test('takes events from the line without asking the server', async ({ assert }) => {
    const server = new Server()
    const feed = started(server)
    await until(() => feed.view().history === 'complete')
    const before = server.fetched.length
    for (let i = 0; i < 10; i++) server.tell(server.add(3))
    assert.deepEqual(numbers(feed), upTo(30))
    assert.lengthOf(server.fetched, before)
    feed.stop()
  })

  test('fetches what a message only announces, and what a lost message left out', async ({ assert }) => {
    const server = new Server()
    const feed = started(server)
    await until(() => feed.view().history === 'complete')
    server.tell(server.add(5), false)
    server.add(4)
    server.tell(server.add(2))
    await until(() => numbers(feed).length === 11)
    assert.deepEqual(numbers(feed), upTo(11))
    feed.stop()
  })

  test('a message during the first load is neither lost nor doubled', async ({ assert }) => {
    const server = new Server()
    server.add(700)
    const feed = started(server)
    server.tell(server.add(10))
    server.line!.onUp()
    await until(() => numbers(feed).length === 710)
    assert.deepEqual(numbers(feed), upTo(710))
    feed.stop()
  })

  test('says that the line is down, and fetches the gap when it is back', async ({ assert }) => {
    const server = new Server()
    const feed = started(server)
    server.line!.onUp()
    server.tell(server.add(5))
    await until(() => feed.view().history === 'complete')
    server.down = true
    server.line!.onDown()
    assert.equal(feed.view().line, 'off')
    server.add(20)
    await until(() => feed.view().history === 'failing')
    assert.deepEqual(numbers(feed), upTo(5))

    server.down = false
    server.line!.onUp()
    assert.equal(feed.view().line, 'on')
    await until(() => numbers(feed).length === 25)
    assert.deepEqual(numbers(feed), upTo(25))
    assert.equal(feed.view().history, 'complete')
    feed.stop()
  })

  test('closes the line once the workflow is over and everything is here', async ({ assert }) => {
    const server = new Server()
    const feed = started(server)
    await until(() => feed.view().history === 'complete')
    assert.equal(server.closed, 0)
    server.tell([...server.add(2), ...server.add(1, 'workflow')])
    await until(() => server.closed > 0)
    assert.equal(server.closed, 1)
    assert.equal(feed.view().state.workflow.status, 'finished')
    feed.stop()
    assert.equal(server.closed, 1)
  })

  test('listens again when the finished change was sent back', async ({ assert }) => {
    const server = new Server()
    const feed = started(server)
    server.tell(server.add(1, 'workflow'))
    await until(() => server.closed === 1)
    feed.reloaded({ ...workflow, status: 'queued', lastSeq: server.events.length })
    assert.isNotNull(server.line)
    server.tell(server.add(2))
    await until(() => numbers(feed).length === 2)
    assert.equal(feed.view().state.workflow.status, 'queued')
    feed.stop()
    feed.reloaded({ ...workflow, status: 'queued', lastSeq: server.events.length })
    assert.isNull(server.line, 'a page that was left hears nothing any more')
  })

  test('asks for nothing any more once it is stopped', async ({ assert }) => {
    const server = new Server()
    server.down = true
    const feed = started(server)
    await until(() => feed.view().history === 'failing')
    feed.stop()
    server.down = false
    await wait(700)
    assert.isEmpty(server.fetched)
  })
})
