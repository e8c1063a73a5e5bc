import { z } from 'zod'
import type { Actor } from '#accounts/services/actor'
import { withTeam } from '#accounts/services/tenancy'
import SetBudget from '#llm/actions/set_budget'
import { limitsFor } from '#llm/queries/limits_for'
import { defineTool } from '#mcp/services/tool'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'
import CreateWorkflow from '#workflows/actions/create_workflow'

const input = {
  project: z.uuid().describe('The id of the project, from list_projects.'),
  task: z
    .string()
    .min(1)
    .max(20_000)
    .describe('What to do, in plain words. Name files and functions where known.'),
  key: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('The same key names the same workflow: send it again when an answer was lost.'),
  budget: z
    .number()
    .min(0)
    .max(10_000)
    .optional()
    .describe('At most this many US dollars for models; a lower limit of the team or project still counts.'),
}

/** The nearest limit counts, so one of a workflow alone must not lift what the team or the project has set. */
async function limit(actor: Actor, projectId: string, workflowId: string, dollars: number) {
  const { teamId } = actor
  const spender = { teamId, projectId, workflowId, stepId: null }
  const { workflow: known } = await withTeam(teamId, (trx) => limitsFor(trx, spender))
  const limitMicros = Math.min(Math.round(dollars * 1_000_000), known ?? Number.MAX_SAFE_INTEGER)
  await new SetBudget().execute({
    teamId,
    userId: actor.author.userId,
    by: actor.audit,
    scope: 'workflow',
    projectId: null,
    workflowId,
    limitMicros,
  })
}

export const startWorkflow = defineTool({
  name: 'start_workflow',
  title: 'Start a workflow',
  description:
    'Has AgentOps do a task on a repository: it writes the change and its tests, runs them in a sandbox, repairs until they are green and pushes a branch. Returns at once; follow it with watch_workflow.',
  right: 'workflows.run',
  readOnly: false,
  input,
  async run({ project, task, key, budget }, { actor }) {
    const result = await new CreateWorkflow().execute({
      teamId: actor.teamId,
      ...actor.author,
      projectId: project,
      task,
      idempotencyKey: key ? `mcp:${key}` : null,
    })
    if (!result.ok && result.error === 'project_not_found') throw new NotFoundException('project')
    if (!result.ok) throw new ConflictException('This key has been used for another task. Take a new one.')
    if (budget !== undefined && result.value.created) await limit(actor, project, result.value.id, budget)
    return result.value
  },
})

export const writeTests = defineTool({
  name: 'write_tests',
  title: 'Write tests',
  description:
    'Has AgentOps write tests that pin down what a file or function does now. Works without a model key. Follow it with watch_workflow.',
  right: 'workflows.run',
  readOnly: false,
  input: {
    project: input.project,
    target: z
      .string()
      .min(1)
      .max(500)
      .describe('A file path or the name of a function; "everything" for all that has none.'),
    key: input.key,
    budget: input.budget,
  },
  run: ({ target, ...rest }, call) =>
    startWorkflow.run(
      {
        ...rest,
        task: target === 'everything' ? 'write tests for everything untested' : `write tests for ${target}`,
      },
      call
    ),
})
