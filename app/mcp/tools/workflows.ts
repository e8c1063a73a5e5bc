import { z } from 'zod'
import { defineTool } from '#mcp/services/tool'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'
import CancelWorkflow from '#workflows/actions/cancel_workflow'
import SendMessage from '#workflows/actions/send_message'
import type { EventPayloads, StoredEvent } from '#workflows/enums/workflow_event'
import { listEvents } from '#workflows/queries/list_events'
import { listWorkflows } from '#workflows/queries/list_workflows'
import { showArtifact } from '#workflows/queries/show_artifact'
import { showWorkflow } from '#workflows/queries/show_workflow'
import { eventStream } from '#workflows/services/event_stream'
import { messageRefusals } from '#workflows/services/message_refusals'

const workflow = z.uuid().describe('The id of the workflow.')
const attempt = z.number().int().min(1).max(100).optional().describe('An earlier attempt; else the last.')
/** Clients give up on an answer after a minute at the latest. */
const LONGEST_SECONDS = 45

export const listWorkflowsTool = defineTool({
  name: 'list_workflows',
  title: 'List workflows',
  description: 'The workflows of the team or of one project, newest first, with status and outcome.',
  right: 'workflows.read',
  readOnly: true,
  input: { project: z.uuid().optional(), page: z.number().int().min(1).max(10_000).default(1) },
  run: ({ project, page }, { actor }) =>
    listWorkflows(actor.teamId, { projectId: project, page, perPage: 20 }),
})

export const showWorkflowTool = defineTool({
  name: 'show_workflow',
  title: 'Show a workflow',
  description: 'One workflow: task, steps with attempts, outcome and why, branch, merge request, cost.',
  right: 'workflows.read',
  readOnly: true,
  input: { workflow },
  run: (input, { actor }) => showWorkflow(actor.teamId, input.workflow),
})

/** The events that say where the work stands; log lines are many and are asked for on their own. */
const turning: readonly StoredEvent['kind'][] = ['workflow', 'step', 'note', 'message']

export const watchWorkflow = defineTool({
  name: 'watch_workflow',
  title: 'Watch a workflow',
  description:
    'Waits for news of a workflow and answers with them, or with nothing new when the time is over. Call it again with the lastSeq of the answer until status is "finished" (or "waiting": a person must decide).',
  right: 'workflows.read',
  readOnly: true,
  input: {
    workflow,
    after: z.number().int().min(0).default(0).describe('The lastSeq of the answer before; 0 for all.'),
    seconds: z.number().int().min(0).max(LONGEST_SECONDS).default(20),
  },
  async run(input, { actor, signal }) {
    const { teamId } = actor
    const ended = AbortSignal.any([signal, AbortSignal.timeout(input.seconds * 1000 + 1)])
    await listEvents(teamId, input.workflow, input.after)
    const mayGoOn = async () => true
    const options = { teamId, workflowId: input.workflow, after: input.after, signal: ended, mayGoOn }
    const events: StoredEvent[] = []
    let last = input.after
    for await (const event of eventStream({ ...options, heartbeatMs: 500 })) {
      if (event) {
        last = event.seq
        if (turning.includes(event.kind)) events.push(event)
      } else if (events.length > 0) break
    }
    const { status, outcome, outcomeReason } = await showWorkflow(teamId, input.workflow)
    return { status, outcome, outcomeReason, lastSeq: last, events }
  },
})

const MAX_LOG = 20_000

export const readLog = defineTool({
  name: 'read_log',
  title: 'Read the log of a workflow',
  description: 'The end of what a step of a workflow printed, secrets masked.',
  right: 'workflows.read',
  readOnly: true,
  input: {
    workflow,
    step: z.enum(['analyze', 'plan', 'generate', 'test', 'publish', 'pipeline']).default('test'),
  },
  async run(input, { actor }) {
    const { steps } = await showWorkflow(actor.teamId, input.workflow)
    const step = steps.findLast(({ name, startedAt }) => name === input.step && startedAt !== null)
    if (!step) throw new NotFoundException('step that has run')
    let text = ''
    for (let after = 0; ; ) {
      const { events, lastSeq } = await listEvents(actor.teamId, input.workflow, after)
      for (const { kind, stepId, payload } of events) {
        if (kind === 'log' && stepId === step.id) text += (payload as EventPayloads['log']).text
      }
      text = text.slice(-MAX_LOG)
      after = events.at(-1)?.seq ?? lastSeq
      if (after >= lastSeq) return { step: step.name, attempt: step.attempt, status: step.status, text }
    }
  },
})

export const readDiff = defineTool({
  name: 'read_diff',
  title: 'Read the change of a workflow',
  description: 'The change as a unified diff against the pinned commit.',
  right: 'workflows.read',
  readOnly: true,
  input: { workflow, attempt },
  async run(input, { actor }) {
    const { body } = await showArtifact(actor.teamId, input.workflow, 'patch', input)
    return { diff: body.toString() }
  },
})

export const readVerdict = defineTool({
  name: 'read_verdict',
  title: 'Read the proof of a workflow',
  description:
    'What the project’s own tests said: command, counts before and after, new tests, coverage, failures.',
  right: 'workflows.read',
  readOnly: true,
  input: { workflow, attempt },
  async run(input, { actor }) {
    const { body } = await showArtifact(actor.teamId, input.workflow, 'verdict', input)
    return JSON.parse(body.toString())
  },
})

export const steerWorkflow = defineTool({
  name: 'steer_workflow',
  title: 'Steer a workflow',
  description: 'Says something to the model that works on a running workflow; it is heard at its next turn.',
  right: 'workflows.run',
  readOnly: false,
  input: { workflow, text: z.string().trim().min(1).max(4000) },
  async run({ workflow: workflowId, text }, { actor }) {
    const { teamId, audit } = actor
    const result = await new SendMessage().execute({ teamId, workflowId, text, actor: audit })
    if (result.ok) return { id: result.value.id, sent: true }
    if (result.error === 'not_found') throw new NotFoundException('workflow')
    throw new ConflictException(messageRefusals[result.error])
  },
})

export const cancelWorkflow = defineTool({
  name: 'cancel_workflow',
  title: 'Cancel a workflow',
  description: 'Asks a workflow to end. What runs is stopped within seconds; what was pushed stays.',
  right: 'workflows.run',
  readOnly: false,
  input: { workflow },
  async run({ workflow: workflowId }, { actor }) {
    const result = await new CancelWorkflow().execute({ teamId: actor.teamId, workflowId, by: actor.audit })
    if (result.ok) return { id: workflowId, cancellation: 'requested' }
    if (result.error === 'not_found') throw new NotFoundException('workflow')
    throw new ConflictException('The workflow had already finished, so there was nothing to cancel.')
  },
})
