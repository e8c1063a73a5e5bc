import { withTeam } from '#accounts/services/tenancy'
import { availableModels } from '#llm/queries/available_models'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'
import RerunWorkflow from '#workflows/actions/rerun_workflow'

export interface StartBenchmarkInput {
  teamId: string
  userId: string | null
  by: AuditActor
  /** References of the models to try, at most six. */
  models: string[]
  /** How many of the newest tasks are done again by each. */
  tasks: number
}

export interface StartedBenchmark {
  id: string
  workflows: number
}

/** Tasks that a model has done and that came to an end of their own; a repeated one is no task of its own. */
const pastSql = `
  select w.id from workflows w
  where w.status = 'finished' and w.outcome in ('verified', 'unverified', 'stuck') and w.parent_id is null
    and w.base_commit is not null
    and exists (select from usage_records u where u.workflow_id = w.id and u.purpose in ('edit', 'repair'))
  order by w.created_at desc, w.id desc limit ?`

/**
 * Has past tasks done again by each of the models, on the commit that they were done on, and compares what
 * comes out. Nothing is pushed; the cost counts as any other.
 */
export default class StartBenchmark {
  async execute(
    input: StartBenchmarkInput
  ): Promise<Result<StartedBenchmark, 'no_tasks' | { unknownModel: string }>> {
    const capabilities = await availableModels(input.teamId)
    const known = new Set(capabilities?.models.map(({ ref }) => ref))
    const unknownModel = input.models.find((model) => !known.has(model))
    if (unknownModel) return err({ unknownModel })
    const sources = await this.#pastTasks(input)
    if (sources.length === 0) return err('no_tasks')
    const id = await this.#create(input, sources.length)
    let workflows = 0
    for (const source of sources) {
      for (const model of input.models) workflows += await this.#repeat(input, id, source, model)
    }
    return ok({ id, workflows })
  }

  #pastTasks({ teamId, tasks }: StartBenchmarkInput): Promise<string[]> {
    return withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ id: string }>(trx, pastSql, [tasks])
      return rows.map((row) => row.id)
    })
  }

  #create({ teamId, userId, by, models }: StartBenchmarkInput, tasks: number): Promise<string> {
    return withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ id: string }>(
        trx,
        'insert into benchmarks (team_id, models, tasks, created_by) values (?, ?, ?, ?) returning id',
        [teamId, models, tasks, userId]
      )
      const { id } = rows[0]!
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: 'benchmark.started',
        subject: { kind: 'benchmark', id },
        details: { models: models.join(', '), tasks },
      })
      return id
    })
  }

  async #repeat({ teamId, userId }: StartBenchmarkInput, id: string, workflowId: string, model: string) {
    const result = await new RerunWorkflow().execute({
      teamId,
      userId,
      workflowId,
      from: 'plan',
      idempotencyKey: `benchmark:${id}:${workflowId}:${model}`.slice(0, 128),
      benchmark: { id, model },
    })
    return result.ok && result.value.created ? 1 : 0
  }
}
