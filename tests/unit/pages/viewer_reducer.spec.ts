import { test } from '@japa/runner'
import { hasGap, initialState, type LiveState } from '../../../inertia/features/workflows/live/live_state.js'
import { reduce } from '../../../inertia/features/workflows/live/reduce.js'
import type { StoredEvent, Workflow } from '../../../inertia/features/workflows/server_types.js'

const at = (seq: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seq)).toISOString()

function snapshot(changes: Partial<Workflow> = {}): Workflow {
  return {
    id: 'w',
    number: 7,
    task: 'Add a health endpoint',
    status: 'queued',
    outcome: null,
    outcomeReason: null,
    projectId: 'p',
    projectName: 'slugs',
    remoteUrl: 'https://git.example/slugs.git',
    remoteKind: 'https',
    baseCommit: null,
    branch: null,
    pushedCommit: null,
    changeRequest: null,
    costMicros: 0,
    inputTokens: 0,
    outputTokens: 0,
    models: [],
    parent: null,
    rerunFrom: null,
    createdBy: null,
    createdByRobot: false,
    createdAt: at(0),
    startedAt: null,
    finishedAt: null,
    cancelRequestedAt: null,
    lastSeq: 1,
    steps: [
      {
        id: 'a',
        name: 'analyze',
        attempt: 1,
        status: 'queued',
        error: null,
        reused: false,
        queuedAt: at(0),
        startedAt: null,
        finishedAt: null,
      },
      {
        id: 't',
        name: 'test',
        attempt: 1,
        status: 'pending',
        error: null,
        reused: false,
        queuedAt: null,
        startedAt: null,
        finishedAt: null,
      },
    ],
    artifacts: [],
    ...changes,
  }
}

const event = (
  seq: number,
  kind: StoredEvent['kind'],
  payload: object,
  stepId: string | null = null
): StoredEvent => ({ seq, kind, payload, stepId, createdAt: at(seq) }) as StoredEvent

const step = (seq: number, id: string, status: string, attempt = 1, error: string | null = null) =>
  event(seq, 'step', { step: id.startsWith('a') ? 'analyze' : 'test', attempt, status, error }, id)

const log = (seq: number, line: number, text: string, stream = 'stdout') =>
  event(seq, 'log', { stream, line, text }, 'a')

const usage = (callId: string, model: string, costMicros: number | null) => ({
  callId,
  model,
  costMicros,
  provider: 'openai',
  purpose: 'edit',
  inputTokens: 100,
  cachedInputTokens: 0,
  outputTokens: 20,
  reasoningTokens: 0,
  priceVersion: '2026-01',
  latencyMs: 900,
})

/** A workflow from its first event to its end, with a repair. */
const story: StoredEvent[] = [
  event(1, 'workflow', { status: 'queued', outcome: null, reason: null }),
  event(2, 'workflow', { status: 'running', outcome: null, reason: null }),
  step(3, 'a', 'running'),
  event(4, 'note', { text: 'Cloning' }, 'a'),
  log(5, 1, 'one\ntwo\n'),
  log(6, 3, 'three\n', 'stderr'),
  event(7, 'note', { text: 'Reading the code' }, 'a'),
  event(8, 'usage', usage('c1', 'small', 1200), 'a'),
  log(9, 4, 'four\nfive\n'),
  event(10, 'artifact', { id: 'x', artifact: 'analysis', size: 12 }, 'a'),
  step(11, 'a', 'succeeded'),
  step(12, 't', 'queued'),
  step(13, 't', 'running'),
  event(14, 'usage', usage('c2', 'large', null), 't'),
  step(15, 't', 'failed', 1, '2 tests fail'),
  step(16, 't2', 'queued', 2),
  step(17, 't2', 'running', 2),
  step(18, 't2', 'succeeded', 2),
  event(19, 'workflow', { status: 'finished', outcome: 'verified', reason: '12 tests pass' }),
]

const deliver = (state: LiveState, ...events: StoredEvent[]) => reduce(state, { type: 'delivered', events })
const inOrder = deliver(initialState(snapshot()), ...story)
const linesOf = (state: LiveState, id = 'a') =>
  state.logs[id]?.lines.map((line) => `${line.number} ${line.text}`) ?? []

/** Deterministic: the same order in every run. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const result = [...items]
  for (let i = result.length - 1; i > 0; i--) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    const j = seed % (i + 1)
    ;[result[i], result[j]] = [result[j]!, result[i]!]
  }
  return result
}

/** What the page shows of a state; how far ahead it heard is no part of that. */
const shown = ({ workflow, events, logs, notes, lastSeq }: LiveState) => ({
  workflow,
  events,
  logs,
  notes,
  lastSeq,
})

test.group('Viewer reducer | in order', () => {
  test('derives status, outcome and times of the workflow', ({ assert }) => {
    const { workflow } = inOrder
    assert.equal(workflow.status, 'finished')
    assert.equal(workflow.outcome, 'verified')
    assert.equal(workflow.outcomeReason, '12 tests pass')
    assert.equal(workflow.startedAt, at(2))
    assert.equal(workflow.finishedAt, at(19))
  })

  test('derives steps, adds further attempts in their place, keeps the wait apart from the run', ({
    assert,
  }) => {
    assert.deepEqual(
      inOrder.workflow.steps.map((s) => [s.id, s.attempt, s.status, s.error]),
      [
        ['a', 1, 'succeeded', null],
        ['t', 1, 'failed', '2 tests fail'],
        ['t2', 2, 'succeeded', null],
      ]
    )
    const test = inOrder.workflow.steps[1]!
    assert.deepEqual([test.queuedAt, test.startedAt, test.finishedAt], [at(12), at(13), at(15)])
  })

  test('numbers log lines and keeps the streams apart', ({ assert }) => {
    assert.deepEqual(linesOf(inOrder), ['1 one', '2 two', '3 three', '4 four', '5 five'])
    assert.deepEqual(
      inOrder.logs.a?.lines.map((line) => line.stream),
      ['stdout', 'stdout', 'stderr', 'stdout', 'stdout']
    )
  })

  test('sums what was spent; a call without a known price adds tokens but no guess', ({ assert }) => {
    const { costMicros, inputTokens, outputTokens, models } = inOrder.workflow
    assert.deepEqual(
      { costMicros, inputTokens, outputTokens, models },
      { costMicros: 1200, inputTokens: 200, outputTokens: 40, models: ['small', 'large'] }
    )
  })

  test('keeps the last note of a step and the artifacts', ({ assert }) => {
    assert.equal(inOrder.notes.a, 'Reading the code')
    assert.deepEqual(inOrder.workflow.artifacts, [
      { id: 'x', kind: 'analysis', stepId: 'a', size: 12, createdAt: at(10) },
    ])
  })

  test('carries an open colour over to the next line of the same stream only', ({ assert }) => {
    const state = deliver(
      initialState(snapshot()),
      event(1, 'workflow', { status: 'queued', outcome: null, reason: null }),
      log(2, 1, '\x1b[31mred\nstill red\n'),
      log(3, 3, 'plain\n', 'stderr'),
      log(4, 4, 'red\x1b[0m off\nplain\n')
    )
    assert.deepEqual(
      state.logs.a?.lines.map((line) => line.lead),
      ['', '\x1b[31m', '', '\x1b[31m', '']
    )
  })
})

test.group('Viewer reducer | as the network delivers', () => {
  test('shuffled one by one, it comes to the same ({$i})')
    .with([1, 2, 3, 4, 5, 6, 7, 8])
    .run(({ assert }, seed) => {
      const state = shuffled(story, seed).reduce(
        (before, next) => deliver(before, next),
        initialState(snapshot())
      )
      assert.deepEqual(shown(state), shown(inOrder))
      assert.isFalse(hasGap(state))
    })

  test('every event twice and whole batches again change nothing', ({ assert }) => {
    let state = initialState(snapshot())
    for (const one of story) state = deliver(deliver(state, one), one, one)
    state = deliver(state, ...story)
    assert.deepEqual(shown(state), shown(inOrder))
  })

  test('overlapping batches, as a message and a fetched page make them', ({ assert }) => {
    const state = deliver(deliver(initialState(snapshot()), ...story.slice(0, 9)), ...story.slice(4))
    assert.deepEqual(shown(state), shown(inOrder))
  })

  test('a gap stops the page where it is until it is filled', ({ assert }) => {
    const before = deliver(initialState(snapshot()), ...story.slice(0, 5))
    const gapped = deliver(before, ...story.slice(8))
    assert.equal(gapped.lastSeq, 5)
    assert.isTrue(hasGap(gapped))
    assert.deepEqual(linesOf(gapped), ['1 one', '2 two'])
    assert.equal(gapped.workflow.status, 'running')

    const filled = deliver(gapped, ...story.slice(5, 8))
    assert.deepEqual(shown(filled), shown(inOrder))
    assert.isFalse(hasGap(filled))
  })

  test('a message without events opens a gap; hearing of old ones does not', ({ assert }) => {
    const done = reduce(inOrder, { type: 'heard', seq: 12 })
    assert.strictEqual(done, inOrder)
    assert.isTrue(hasGap(reduce(inOrder, { type: 'heard', seq: 25 })))
  })

  test('what comes far too early is not hoarded, and is asked for again', ({ assert }) => {
    const flood = Array.from({ length: 5000 }, (_, i) => log(i + 10, i + 1, `${i}\n`))
    const state = deliver(initialState(snapshot()), ...flood)
    assert.isAtMost(state.ahead.size, 2000)
    assert.isTrue(hasGap(state))
    assert.equal(state.heardSeq, 5009)
  })
})

test.group('Viewer reducer | beside the server’s own rendering', () => {
  const late = snapshot({
    ...inOrder.workflow,
    lastSeq: 19,
    branch: 'feature/ia-task-7',
  })

  test('history under a newer snapshot never turns the page back, and counts nothing twice', ({ assert }) => {
    let state = initialState(late)
    for (const one of story) {
      state = deliver(state, one)
      assert.equal(state.workflow.status, 'finished')
    }
    assert.deepEqual(state.workflow, late)
    assert.deepEqual(linesOf(state), linesOf(inOrder))
  })

  test('a snapshot brings what events do not carry', ({ assert }) => {
    const state = reduce(inOrder, { type: 'reloaded', snapshot: late })
    assert.equal(state.workflow.branch, 'feature/ia-task-7')
    assert.deepEqual(linesOf(state), linesOf(inOrder))
  })

  test('events newer than the snapshot are put on top of it', ({ assert }) => {
    const middle = snapshot({
      ...deliver(initialState(snapshot()), ...story.slice(0, 12)).workflow,
      lastSeq: 12,
      baseCommit: 'abc',
    })
    const state = reduce(inOrder, { type: 'reloaded', snapshot: middle })
    assert.equal(state.workflow.baseCommit, 'abc')
    assert.equal(state.workflow.outcome, 'verified')
    assert.equal(state.workflow.costMicros, 1200)
    assert.lengthOf(state.workflow.steps, 3)
  })

  test('an older snapshot that arrives late is dropped', ({ assert }) => {
    const state = reduce(inOrder, { type: 'reloaded', snapshot: late })
    assert.strictEqual(reduce(state, { type: 'reloaded', snapshot: snapshot() }), state)
  })

  test('ten thousand lines in pages of 500 events stay whole', ({ assert }) => {
    const events = Array.from({ length: 10_000 }, (_, i) => log(i + 2, i + 1, `line ${i + 1}\n`))
    let state = deliver(initialState(snapshot()), story[0]!)
    for (let i = 0; i < events.length; i += 500) state = deliver(state, ...events.slice(i, i + 500))
    assert.lengthOf(state.logs.a!.lines, 10_000)
    assert.isTrue(state.logs.a!.lines.every((line, index) => line.number === index + 1))
  })
})
