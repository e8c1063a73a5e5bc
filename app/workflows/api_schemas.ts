import { plan } from '@agentops/engine/contract'
import {
  count,
  flag,
  id,
  object,
  oneOf,
  oneOfOrNull,
  positive,
  type Schema,
  text,
  textOrNull,
  time,
  timeOrNull,
} from '#shared/api/operation'
import { outcomes, stepStatuses, workflowStatuses } from '#workflows/enums/status'
import { stepNames } from '#workflows/enums/step_name'
import { artifactKinds } from '#workflows/enums/workflow_event'

const status = oneOf(workflowStatuses)
const outcome = oneOfOrNull(outcomes)
const stepStatus = oneOf(stepStatuses)
const step = oneOf(stepNames)
const list = (items: Schema): Schema => ({ type: 'array', items })
/** Millionths of a US dollar. */
const micros: Schema = { type: 'integer', minimum: 0, description: 'Millionths of a US dollar.' }

const common = {
  id,
  number: positive,
  task: text,
  status,
  outcome,
  outcomeReason: textOrNull,
  projectId: id,
  projectName: text,
  branch: textOrNull,
  costMicros: micros,
  createdAt: time,
  startedAt: timeOrNull,
  finishedAt: timeOrNull,
}

const stepDetails = object({
  id,
  name: step,
  attempt: positive,
  position: positive,
  status: stepStatus,
  error: textOrNull,
  reused: flag,
  queuedAt: timeOrNull,
  startedAt: timeOrNull,
  finishedAt: timeOrNull,
})

const strength = (description: string): Schema => ({
  ...object({
    grade: oneOf(['strong', 'fair', 'weak', 'unknown']),
    noticed: count,
    missed: count,
    of: count,
    cutShort: flag,
    durationMs: count,
    survivors: list({ type: 'object' }),
  }),
  description,
})

const verdict: Schema = {
  type: 'object',
  required: [
    'version',
    'ruling',
    'command',
    'exitCode',
    'durationMs',
    'report',
    'coverage',
    'checkedAt',
    'proof',
  ],
  properties: {
    version: { const: 1 },
    ruling: oneOf(['green', 'red', 'known_failures', 'no_tests', 'not_run']),
    command: textOrNull,
    runner: text,
    exitCode: { type: ['integer', 'null'] },
    stoppedBy: textOrNull,
    durationMs: count,
    report: {
      type: ['object', 'null'],
      properties: {
        passed: count,
        failed: count,
        skipped: count,
        total: count,
        unit: oneOf(['tests', 'packages']),
      },
      required: ['passed', 'failed', 'skipped', 'total', 'unit'],
    },
    coverage: { type: ['object', 'null'] },
    unmeasured: text,
    newTests: list(object({ name: text, redBefore: { type: ['boolean', 'null'] }, greenAfter: flag })),
    proposedTests: list(
      object({
        path: text,
        name: text,
        state: oneOf(['proves', 'passes_before', 'untried', 'fails', 'not_run', 'missing']),
      })
    ),
    flakes: object({ reruns: count, flaky: list({ type: 'object' }) }),
    checks: list(
      object({
        name: oneOf(['lint', 'types']),
        command: text,
        state: oneOf(['passes', 'fails newly', 'fails as before', 'mended']),
        output: text,
      })
    ),
    strength: strength('Mistakes planted around the change, and how many the tests notice.'),
    strengthBefore: strength('The same of the code that was to be changed, before it was.'),
    checkedAt: time,
    proof: { type: 'string', description: 'One sentence that says what was proven.' },
  },
}

const exchange = {
  id,
  step,
  attempt: positive,
  turn: { type: ['integer', 'null'], minimum: 1 },
  position: count,
  kind: oneOf(['model', 'tool', 'execution']),
  name: text,
  hash: text,
  replayed: flag,
  departed: flag,
  size: count,
  createdAt: time,
}

const { $schema: _, ...planSchema } = plan.toJSONSchema({ io: 'output' }) as Schema

export const workflowSchemas: Record<string, Schema> = {
  WorkflowSummary: object({
    ...common,
    steps: list(object({ position: positive, name: step, status: stepStatus, attempt: positive })),
  }),
  Workflow: object({
    ...common,
    remoteUrl: text,
    remoteKind: text,
    baseCommit: textOrNull,
    pushedCommit: textOrNull,
    changeRequest: {
      anyOf: [object({ number: positive, url: text, kind: oneOf(['Pull', 'Merge']) }), { type: 'null' }],
    },
    inputTokens: count,
    outputTokens: count,
    models: list(text),
    parent: { anyOf: [object({ id, number: positive }), { type: 'null' }] },
    rerunFrom: oneOfOrNull(stepNames),
    createdBy: textOrNull,
    createdByRobot: flag,
    cancelRequestedAt: timeOrNull,
    lastSeq: count,
    steps: list(stepDetails),
    artifacts: list(object({ id, kind: oneOf(artifactKinds), stepId: id, size: count, createdAt: time })),
  }),
  CreatedWorkflow: object({ id, number: positive, status, projectId: id, task: text, createdAt: time }),
  WorkflowEvent: object({
    seq: { ...positive, description: 'Numbers the events of one workflow without a gap.' },
    stepId: { type: ['string', 'null'], format: 'uuid' },
    kind: oneOf(['workflow', 'step', 'log', 'note', 'usage', 'artifact', 'message']),
    payload: { type: 'object', description: 'What the kind of event says; its fields depend on the kind.' },
    createdAt: time,
  }),
  Comparison: object({
    a: { type: 'object' },
    b: { type: 'object' },
    exchanges: list(
      object({
        a: { anyOf: [object(exchange), { type: 'null' }] },
        b: { anyOf: [object(exchange), { type: 'null' }] },
        same: flag,
      })
    ),
    more: object({ a: count, b: count }),
  }),
  Exchange: object(exchange),
  ExchangeDetails: object({
    ...exchange,
    request: text,
    response: text,
    instructions: textOrNull,
    parts: list(object({ index: count, role: oneOf(['user', 'tool']), tool: textOrNull, text })),
  }),
  Message: object({ id, text, by: text, createdAt: time, heardAt: timeOrNull }),
  Plan: planSchema,
  Verdict: verdict,
}
