import { test } from '@japa/runner'
import {
  runAgain,
  startingPoints,
  suggestedStart,
} from '../../../inertia/features/workflows/actions/rerun_choices.js'
import { chosenVersion, placeOf, versionsOf } from '../../../inertia/features/workflows/artifacts/versions.js'
import { gitFetchCommand } from '../../../inertia/features/workflows/header/git_fetch.js'
import { modelMix } from '../../../inertia/features/workflows/header/model_mix.js'
import { nextSteps } from '../../../inertia/features/workflows/outcome/next_steps.js'
import type {
  Outcome,
  StepStatus,
  Usage,
  WorkflowStep,
} from '../../../inertia/features/workflows/server_types.js'
import {
  inRunningOrder,
  selectedStep,
  stepOfInterest,
} from '../../../inertia/features/workflows/stages/selection.js'
import { lengthOf, runOf, waitOf } from '../../../inertia/features/workflows/stages/step_timing.js'
import { formatAddress, parseAddress } from '../../../inertia/features/workflows/viewer/address.js'
import { defaultTab } from '../../../inertia/features/workflows/viewer/default_tab.js'

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString()

function step(
  name: WorkflowStep['name'],
  status: StepStatus,
  attempt = 1,
  times: Partial<WorkflowStep> = {}
): WorkflowStep {
  const started = ['running', 'waiting', 'succeeded', 'failed'].includes(status)
  return {
    id: `${name}${attempt}`,
    name,
    attempt,
    status,
    error: null,
    reused: false,
    queuedAt: null,
    startedAt: started ? at(1) : null,
    finishedAt: null,
    ...times,
  }
}

const repaired = [
  step('analyze', 'succeeded'),
  step('plan', 'succeeded'),
  step('generate', 'succeeded'),
  step('generate', 'succeeded', 2),
  step('test', 'failed'),
  step('test', 'running', 2),
  step('publish', 'pending'),
]
const of = (steps: WorkflowStep[], outcome: Outcome | null = null) => ({ steps, outcome })

test.group('Viewer address', () => {
  test('reads what it writes', ({ assert }) => {
    const address = { tab: 'diff' as const, step: 'test' as const, attempt: 2, line: 120, q: 'a b&c=é' }
    assert.deepEqual(parseAddress(formatAddress(address)), address)
    assert.equal(formatAddress(parseAddress('')), '')
  })

  test('leaves out what it does not know ({$i})')
    .with([
      '?tab=admin',
      '?step=deploy&attempt=1',
      '?line=-1',
      '?attempt=1e9&line=2.5',
      '?line=99999999999999',
    ])
    .run(({ assert }, search) => {
      const { tab, step: name, line } = parseAddress(search)
      assert.deepEqual([tab, name, line], [null, null, null])
    })

  test('a line without its step points nowhere', ({ assert }) => {
    assert.equal(formatAddress({ tab: null, step: null, attempt: 2, line: 5, q: '' }), '')
  })
})

test.group('Viewer versions', () => {
  const artifact = (id: string, kind: 'plan' | 'patch' | 'verdict', stepId: string) => ({
    id,
    kind,
    stepId,
    size: 1,
    createdAt: at(1),
  })
  const artifacts = [
    artifact('p1', 'plan', 'plan1'),
    artifact('p2', 'plan', 'plan1'),
    artifact('d1', 'patch', 'generate1'),
    artifact('v1', 'verdict', 'test1'),
    artifact('d2', 'patch', 'generate2'),
  ]
  const workflow = { steps: repaired, artifacts }
  const idsOf = (kind: 'plan' | 'patch' | 'verdict') =>
    versionsOf(workflow, kind).map(({ number, artifact: { id } }) => `${number} ${id}`)

  test('are those of each attempt, and the wordings of a plan', ({ assert }) => {
    assert.deepEqual(idsOf('patch'), ['1 d1', '2 d2'])
    assert.deepEqual(idsOf('verdict'), ['1 v1'])
    assert.deepEqual(idsOf('plan'), ['1 p1', '2 p2'])
  })

  test('are found by the address of their attempt; without one it is the last', ({ assert }) => {
    const choose = (
      kind: 'patch' | 'verdict',
      step: 'generate' | 'test' | 'plan' | null,
      attempt: number | null
    ) => chosenVersion(versionsOf(workflow, kind), kind, { step, attempt })?.artifact.id ?? null
    assert.equal(choose('patch', null, null), 'd2')
    assert.equal(choose('patch', 'test', 1), 'd1')
    assert.equal(choose('patch', 'plan', 1), 'd2')
    assert.equal(choose('verdict', 'generate', 1), 'v1')
    assert.isNull(choose('verdict', 'test', 2))
    const [first] = versionsOf(workflow, 'patch')
    assert.deepEqual(placeOf('patch', first!), { step: 'generate', attempt: 1, line: null })
  })
})

test.group('Viewer steps', () => {
  test('attempts stand in the order in which they run', ({ assert }) => {
    assert.deepEqual(
      inRunningOrder(repaired).map(({ id }) => id),
      ['analyze1', 'plan1', 'generate1', 'test1', 'generate2', 'test2', 'publish1']
    )
  })

  test('what goes on is what one looks at; of a verified change its tests; else where it ended', ({
    assert,
  }) => {
    assert.equal(stepOfInterest(of(repaired))?.id, 'test2')
    const done = [...repaired.slice(0, 5), step('test', 'succeeded', 2), step('publish', 'succeeded')]
    assert.equal(stepOfInterest(of(done, 'verified'))?.id, 'test2')
    assert.equal(
      stepOfInterest(of([...done.slice(0, 6), step('publish', 'failed')], 'failed'))?.id,
      'publish1'
    )
    assert.equal(stepOfInterest(of([step('analyze', 'queued'), step('plan', 'pending')]))?.id, 'analyze1')
    assert.isNull(stepOfInterest(of([])))
  })

  test('the address chooses; without an attempt the latest', ({ assert }) => {
    assert.equal(selectedStep(of(repaired), { step: 'generate', attempt: null })?.id, 'generate2')
    assert.equal(selectedStep(of(repaired), { step: 'generate', attempt: 1 })?.id, 'generate1')
    assert.equal(selectedStep(of(repaired), { step: 'generate', attempt: 9 })?.id, 'generate2')
  })

  test('the wait is told apart from the run', ({ assert }) => {
    const done = step('test', 'succeeded', 1, { queuedAt: at(5), startedAt: at(8), finishedAt: at(20) })
    assert.equal(lengthOf(waitOf(done, { createdAt: at(0) }), 0), 3000)
    assert.equal(lengthOf(runOf(done), 0), 12_000)
    const queued = step('test', 'queued', 1, { queuedAt: at(5) })
    assert.equal(lengthOf(waitOf(queued, { createdAt: at(0) }), Date.parse(at(9))), 4000)
    assert.isNull(runOf(queued))
  })

  test('a step taken over has neither, and no wait begins before the workflow', ({ assert }) => {
    const reused = step('plan', 'succeeded', 1, { reused: true, queuedAt: at(1), finishedAt: at(1) })
    assert.isNull(waitOf(reused, { createdAt: at(0) }))
    assert.isNull(runOf(reused))
    const returned = step('test', 'running', 1, { queuedAt: at(-3600), startedAt: at(2) })
    assert.equal(lengthOf(waitOf(returned, { createdAt: at(0) }), 0), 2000)
  })
})

test.group('Viewer choices', () => {
  test('a re-run can start where everything before has a result', ({ assert }) => {
    const stuck = of(
      [...repaired.slice(0, 5), step('test', 'failed', 2), step('publish', 'skipped')],
      'stuck'
    )
    assert.deepEqual(startingPoints(stuck), ['analyze', 'plan', 'generate', 'test'])
    assert.equal(suggestedStart(stuck, null), 'generate')
    assert.equal(suggestedStart(stuck, 'plan'), 'plan')
    assert.equal(suggestedStart(stuck, 'publish'), 'generate')
    assert.deepEqual(runAgain('test'), ['test', 'publish'])
  })

  test('a failed push is retried with the push, a refusal from the start', ({ assert }) => {
    const steps = [
      step('analyze', 'succeeded'),
      step('plan', 'succeeded'),
      step('generate', 'succeeded'),
      step('test', 'succeeded'),
    ]
    assert.equal(suggestedStart(of([...steps, step('publish', 'failed')], 'failed'), null), 'publish')
    assert.equal(suggestedStart(of(steps.slice(0, 2), 'refused'), null), 'analyze')
    assert.equal(suggestedStart(of([step('analyze', 'cancelled')], 'cancelled'), null), 'analyze')
  })

  test('a change that could not be pushed is offered as a mail', ({ assert }) => {
    const artifacts = [{ id: 'm', kind: 'mail' as const, stepId: 's', size: 1, createdAt: at(0) }]
    assert.isTrue(nextSteps({ outcome: 'failed', artifacts, pushedCommit: null }).mail)
    assert.isFalse(nextSteps({ outcome: 'failed', artifacts: [], pushedCommit: null }).mail)
    assert.isFalse(nextSteps({ outcome: 'verified', artifacts, pushedCommit: 'abc' }).mail)
  })

  test('opens where a person most likely wants to be', ({ assert }) => {
    const artifacts = [{ id: 'v', kind: 'verdict' as const, stepId: 's', size: 1, createdAt: at(0) }]
    assert.equal(defaultTab({ status: 'waiting', artifacts: [], steps: [] }, true), 'plan')
    const leaving = [step('test', 'succeeded'), step('publish', 'waiting')]
    assert.equal(defaultTab({ status: 'waiting', artifacts, steps: leaving }, true), 'diff')
    assert.equal(defaultTab({ status: 'running', artifacts, steps: [] }, true), 'log')
    assert.equal(defaultTab({ status: 'finished', artifacts, steps: [] }, true), 'verdict')
    assert.equal(defaultTab({ status: 'finished', artifacts, steps: [] }, false), 'log')
    assert.equal(defaultTab({ status: 'finished', artifacts: [], steps: [] }, true), 'log')
  })

  test('what is to be pasted into a shell cannot leave its word', ({ assert }) => {
    assert.equal(
      gitFetchCommand('https://git.example/a.git', 'feature/ia-task-1'),
      'git fetch https://git.example/a.git feature/ia-task-1:feature/ia-task-1'
    )
    assert.equal(gitFetchCommand("/tmp/it's; rm -rf ~", 'b'), "git fetch '/tmp/it'\\''s; rm -rf ~' b:b")
  })

  test('adds up what each model did, and never guesses a price', ({ assert }) => {
    const call = (model: string, costMicros: number | null) =>
      ({ provider: 'p', model, costMicros, inputTokens: 10, outputTokens: 1 }) as Usage
    const mix = modelMix([call('small', 5), call('large', 50), call('small', 7), call('own', null)])
    assert.deepEqual(
      mix.map(({ model, calls, costMicros, unpriced, inputTokens }) => [
        model,
        calls,
        costMicros,
        unpriced,
        inputTokens,
      ]),
      [
        ['large', 1, 50, 0, 10],
        ['small', 2, 12, 0, 20],
        ['own', 1, 0, 1, 10],
      ]
    )
  })
})
