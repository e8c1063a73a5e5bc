import {
  count,
  created,
  flag,
  id,
  json,
  type Operations,
  object,
  oneOf,
  pageSchema,
  positive,
  ref,
  text,
} from '#shared/api/operation'
import { paginationValidator } from '#shared/validators/pagination'
import { benchmarkOperations } from '#workflows/benchmark_operations'
import { workflowStatuses } from '#workflows/enums/status'
import {
  apiAttemptValidator,
  apiCreateWorkflowValidator,
  apiEventStreamValidator,
  apiPatchValidator,
  apiRerunValidator,
} from '#workflows/validators/api_workflow'
import { apiRecordValidator } from '#workflows/validators/record'
import {
  apiReplayValidator,
  apiRequestedChangesValidator,
  comparisonValidator,
  messageValidator,
  planValidator,
} from '#workflows/validators/steering'
import { eventsValidator, listWorkflowsValidator } from '#workflows/validators/workflow'

const once =
  'With an `Idempotency-Key` the request can be repeated safely: the same key and body name the same workflow, answered 200 from the second time on; the same key with another body is answered 409.'

const rerun = object({ id, number: positive, parentId: id })

export const workflowOperations: Operations = {
  ...benchmarkOperations,
  'api.workflows.index': {
    summary: 'List workflows, newest first',
    scope: 'read',
    input: listWorkflowsValidator,
    responses: { 200: json('One page of workflows.', pageSchema(ref('WorkflowSummary'))) },
  },
  'api.workflows.store': {
    summary: 'Run a task',
    description: once,
    scope: 'write',
    input: apiCreateWorkflowValidator,
    responses: {
      200: created('The workflow that this key has named before.', ref('CreatedWorkflow')),
      201: created('The new workflow, queued.', ref('CreatedWorkflow')),
    },
    problems: [402, 404, 409],
  },
  'api.workflows.show': {
    summary: 'Show a workflow with its steps and artifacts',
    scope: 'read',
    responses: { 200: json('The workflow.', ref('Workflow')) },
    problems: [404],
  },
  'api.workflow_events.index': {
    summary: 'List events after a number, oldest first',
    description: 'At most 500 at a time; ask again with the last `seq` while `hasMore` is true.',
    scope: 'read',
    input: eventsValidator,
    responses: {
      200: json(
        'Events.',
        object({
          data: { type: 'array', items: ref('WorkflowEvent') },
          meta: object({ lastSeq: count, status: oneOf(workflowStatuses), hasMore: flag }),
        })
      ),
    },
    problems: [404],
  },
  'api.workflow_streams.show': {
    summary: 'Follow the events of a workflow',
    description:
      'Server-sent events: `id` is the `seq`, `event` the kind and `data` a WorkflowEvent. First those after `after` (or `Last-Event-ID`, which wins), then new ones as they come, each once and in order. Comment lines keep the connection alive. It ends when the workflow has finished.',
    scope: 'read',
    input: apiEventStreamValidator,
    responses: {
      200: { description: 'The stream.', content: { 'text/event-stream': { type: 'string' } } },
      204: { description: 'The workflow has finished and there is nothing after that number.' },
    },
    problems: [404],
  },
  'api.workflow_plans.show': {
    summary: 'Show the plan',
    scope: 'read',
    responses: { 200: json('The latest plan.', ref('Plan')) },
    problems: [404],
  },
  'api.workflow_plans.update': {
    summary: 'Change the words of a plan that waits for approval',
    scope: 'write',
    input: planValidator,
    responses: { 200: json('The plan as it is now.', ref('Plan')) },
    problems: [404, 409],
  },
  'api.workflow_patches.show': {
    summary: 'Download the change',
    description:
      '`format=mail` gives it as a mail for `git am`; the default is a unified diff for `git apply`. `attempt` gives what an earlier attempt came to.',
    scope: 'read',
    input: apiPatchValidator,
    responses: { 200: { description: 'The patch.', content: { 'text/x-diff': { type: 'string' } } } },
    problems: [404],
  },
  'api.workflow_verdicts.show': {
    summary: 'Show what the tests said',
    description: 'The verdict of the last attempt, or of the one that is asked for.',
    scope: 'read',
    input: apiAttemptValidator,
    responses: { 200: json('The verdict.', ref('Verdict')) },
    problems: [404],
  },
  'api.workflow_cancellations.store': {
    summary: 'Cancel a workflow',
    description: 'Asked for, not done: a running step stops within seconds. Asking again changes nothing.',
    scope: 'write',
    responses: {
      202: created('Cancellation was requested.', object({ id, cancellation: { const: 'requested' } })),
    },
    problems: [404, 409],
  },
  'api.workflow_approvals.store': {
    summary: 'Approve the plan, or the finished change, of a waiting workflow',
    scope: 'write',
    responses: { 200: created('The workflow goes on.', object({ id, approval: { const: 'given' } })) },
    problems: [404, 409],
  },
  'api.requested_changes.store': {
    summary: 'Send a finished change back with a sentence',
    description:
      'For a workflow that waits with its change before it is published, and for one that has delivered it: then it is written anew on the same branch, and counts like a new workflow. Refused when the change was merged or closed at the host, or somebody else has pushed to its branch.',
    scope: 'write',
    input: apiRequestedChangesValidator,
    responses: {
      202: created('The next attempt begins.', object({ id, changes: { const: 'requested' } })),
    },
    problems: [404, 409, 422],
  },
  'api.workflow_messages.index': {
    summary: 'List what people have said to a workflow',
    scope: 'read',
    responses: {
      200: json(
        'The messages, oldest first; 50 at most.',
        object({ data: { type: 'array', items: ref('Message') } })
      ),
    },
    problems: [404],
  },
  'api.workflow_messages.store': {
    summary: 'Say something to a workflow that runs',
    description:
      'The model hears it before its next answer; `heardAt` then says when. A recipe follows a fixed way and hears nothing.',
    scope: 'write',
    input: messageValidator,
    responses: { 201: created('The message is kept.', ref('Message')) },
    problems: [404, 409],
  },
  'api.workflow_exchanges.index': {
    summary: 'List what was asked of models and tools',
    description: 'In order. `hash` is of everything that was asked: the same question has the same one.',
    scope: 'read',
    input: paginationValidator,
    responses: { 200: json('One page of exchanges.', pageSchema(ref('Exchange'))) },
    problems: [404],
  },
  'api.workflow_exchanges.show': {
    summary: 'Show one exchange in full',
    scope: 'read',
    responses: { 200: json('What was asked and answered.', ref('ExchangeDetails')) },
    problems: [404],
  },
  'api.workflow_comparisons.show': {
    summary: 'Put two workflows beside each other',
    description: 'Their facts, what was asked in each (at most 100), and both changes.',
    scope: 'read',
    input: comparisonValidator,
    responses: { 200: json('Both sides.', ref('Comparison')) },
    problems: [404],
  },
  'api.workflow_records.show': {
    summary: 'Export a workflow as one signed record',
    description:
      'A compact JWS, signed with the key of this installation, of everything asked and answered. Ask for `application/jose` to get it as the file that it is.',
    scope: 'read',
    responses: { 200: json('The record.', object({ record: text })) },
    problems: [404],
  },
  'api.workflow_records.store': {
    summary: 'Import a signed record as a finished workflow',
    description:
      'Nothing runs. Replay the workflow to do its work again on the same commit. A record of more than 1 MB is sent as the body itself, with the content type `application/jose` and `projectId` in the query.',
    scope: 'write',
    input: apiRecordValidator,
    responses: { 201: created('The workflow.', object({ id, number: positive })) },
    problems: [404, 409],
  },
  'api.workflow_replays.store': {
    summary: 'Replay a finished workflow',
    description: `A new workflow takes every answer before the exchange (one of kind "model") from the record, at no cost, and goes on from there: with other words in the question ("parts", by their index in the exchange), another model, something more said, or as it was. ${once}`,
    scope: 'write',
    input: apiReplayValidator,
    responses: {
      200: created('The workflow that this key has named before.', rerun),
      201: created('The new workflow.', rerun),
    },
    problems: [404, 409],
  },
  'api.workflow_reruns.store': {
    summary: 'Run a finished workflow again from a step',
    description: `The results of the steps before it are taken over by a new workflow with a branch of its own. ${once}`,
    scope: 'write',
    input: apiRerunValidator,
    responses: {
      200: created('The workflow that this key has named before.', rerun),
      201: created('The new workflow.', rerun),
    },
    problems: [402, 404, 409],
  },
}
