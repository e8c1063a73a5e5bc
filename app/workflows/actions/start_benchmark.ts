import { withTeam } from '#accounts/services/tenancy'
import { availableModels } from '#llm/queries/available_models'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'
import RerunWorkflow from '#workflows/actions/rerun_workflow'
import { pastTasks } from '#workflows/queries/past_tasks'

export interface StartBenchmarkInput {
  teamId: string
  userId: string | null
  by: AuditActor
  /** References of the models to try, at most six. */
  models: string[]
  /** How many of the newest tasks are done again by each. */
  tasks: number
  /** What all of it may cost, in micro-dollars; shared out evenly, so that none can take the others' part. */
  capMicros: number | null
}

export interface StartedBenchmark {
  id: string
  workflows: number
  /** What each of them may cost; null: as any other workflow. */
  limitMicros: number | null
}

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
    const sources = (await pastTasks(input.teamId, input.tasks)).map(({ id }) => id)
    if (sources.length === 0) return err('no_tasks')
    const { capMicros, models } = input
    const limitMicros = capMicros === null ? null : Math.floor(capMicros / (sources.length * models.length))
    const id = await this.#create(input, sources.length)
    let workflows = 0
    for (const source of sources) {
      for (const model of input.models) {
        const benchmark = { id, model, limitMicros }
        workflows += await this.#repeat(input, source, benchmark)
      }
    }
    return ok({ id, workflows, limitMicros })
  }

  #create({ teamId, userId, by, models, capMicros }: StartBenchmarkInput, tasks: number): Promise<string> {
    return withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ id: string }>(
        trx,
        'insert into benchmarks (team_id, models, tasks, cap_micros, created_by) values (?, ?, ?, ?, ?) returning id',
        [teamId, models, tasks, capMicros, userId]
      )
      const { id } = rows[0]!
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: 'benchmark.started',
        subject: { kind: 'benchmark', id },
        details: { models: models.join(', '), tasks, capMicros },
      })
      return id
    })
  }

  async #repeat(
    { teamId, userId }: StartBenchmarkInput,
    workflowId: string,
    benchmark: { id: string; model: string; limitMicros: number | null }
  ) {
    const key = `benchmark:${benchmark.id}:${workflowId}:${benchmark.model}`
    const result = await new RerunWorkflow().execute({
      teamId,
      userId,
      workflowId,
      from: 'plan',
      idempotencyKey: key.slice(0, 128),
      benchmark,
    })
    return result.ok && result.value.created ? 1 : 0
  }
}
