import type { Assert } from '@japa/assert'
import type { GitHost } from '#tests/support/system/git_host'
import type { Installation } from '#tests/support/system/installation'
import { readRecord, type WorkflowRecord } from '#tests/support/system/record'
import { plannedSteps } from '#workflows/enums/step_name'

const artifactsOfOneRun = [
  ...['analysis', 'base_run', 'edits', 'mail', 'patch', 'plan', 'publication', 'snapshot', 'verdict'],
]

export const RESUMED = 'Resumed: '

interface LogLine {
  stepId: string | null
  number: number
  text: string
}

export function logLines({ events }: WorkflowRecord): LogLine[] {
  return events.flatMap(({ kind, payload, stepId }) => {
    if (kind !== 'log') return []
    const { line, text } = payload as { line: number; text: string }
    return text
      .replace(/\n$/, '')
      .split('\n')
      .map((each, index) => ({ stepId, number: line + index, text: each }))
  })
}

/** How often a step came to a status, by its events. */
function turns({ events }: WorkflowRecord, step: string, status: string) {
  return events.filter(({ kind, payload }) => {
    const turn = payload as { step?: string; status?: string }
    return kind === 'step' && turn.step === step && turn.status === status
  }).length
}

/**
 * A workflow that was done once, whatever happened while it was: verified, every event and log line numbered
 * without gap or double, each step ended once with one result of each kind, one branch with one commit.
 */
export async function assertWhole(
  assert: Assert,
  product: Installation,
  host: GitHost,
  name: string,
  id: string
) {
  const record = await readRecord(product, id)
  const { workflow, steps, events, artifacts, outbox } = record
  assert.equal(workflow.outcome, 'verified', `${name}: ${workflow.outcome_reason}`)
  assert.deepEqual(
    events.map(({ seq }) => seq),
    range(Number(workflow.last_seq)),
    `${name}: events`
  )
  assert.deepEqual(
    steps.map((step) => [step.name, step.attempt, step.status]),
    plannedSteps.map((step) => [step, 1, 'succeeded']),
    name
  )
  // How much the tests notice is looked at before a model writes, not before a recipe does.
  const ofEveryRun = artifacts.filter((kind) => kind !== 'strength')
  assert.deepEqual(ofEveryRun, artifactsOfOneRun, `${name}: results`)
  assert.equal(outbox, 0, `${name}: bells`)
  for (const step of steps) {
    assert.equal(turns(record, step.name, 'succeeded'), 1, `${name}: ${step.name} ended`)
    assert.equal(turns(record, step.name, 'running'), step.claims, `${name}: ${step.name} began`)
    assertLog(assert, record, step.id, `${name}: log of ${step.name}`)
  }
  const ends = events.filter(
    ({ kind, payload }) => kind === 'workflow' && (payload as { status: string }).status === 'finished'
  )
  assert.lengthOf(ends, 1, `${name}: end`)
  assertUsage(assert, record, name)
  assertBranch(assert, host, name, workflow.base_commit!, workflow.pushed_commit!)
  return record
}

function assertLog(assert: Assert, record: WorkflowRecord, stepId: string, message: string) {
  const lines = logLines(record).filter((line) => line.stepId === stepId)
  assert.deepEqual(
    lines.map(({ number }) => number),
    range(lines.length),
    message
  )
}

function assertUsage(assert: Assert, { usage, workflow, events }: WorkflowRecord, name: string) {
  const sum = usage.reduce((total, each) => total + Number(each.cost_micros ?? 0), 0)
  assert.equal(Number(workflow.cost_micros), sum, `${name}: cost`)
  assert.equal(new Set(usage.map((each) => each.call_id)).size, usage.length, `${name}: calls`)
  assert.lengthOf(
    events.filter(({ kind }) => kind === 'usage'),
    usage.length,
    `${name}: calls told of`
  )
}

function assertBranch(assert: Assert, host: GitHost, name: string, base: string, pushed: string) {
  const branches = host.git(name, 'for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n')
  assert.deepEqual(branches, ['feature/ia-task-1', 'main'], `${name}: branches`)
  assert.equal(host.git(name, 'rev-parse', 'feature/ia-task-1'), pushed, name)
  assert.equal(host.git(name, 'rev-list', 'main..feature/ia-task-1'), pushed, `${name}: commits`)
  assert.equal(host.git(name, 'rev-parse', 'feature/ia-task-1^'), base, name)
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
