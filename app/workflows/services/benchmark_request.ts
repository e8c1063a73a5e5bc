import { teamRows } from '#accounts/services/team_rows'
import { availableModels } from '#llm/queries/available_models'
import { err, ok, type Result } from '#shared/result'
import { type PastTask, pastTasks } from '#workflows/queries/past_tasks'

const MOST_MODELS = 6

export interface BenchmarkRequest {
  teamId: string
  models: string[]
  tasks: PastTask[]
}

interface Asked {
  team: string | undefined
  last: number
  models: string[] | undefined
}

/** What an operator has asked for, checked: the error is a sentence to show. */
export async function openBenchmark({
  team,
  last,
  models,
}: Asked): Promise<Result<BenchmarkRequest, string>> {
  if (!team || !(await isTeam(team))) return err('Name a team by its id: --team=<id>')
  if (!Number.isInteger(last) || last < 1 || last > 50) return err('--last is a number from 1 to 50.')
  const known = (await availableModels(team))?.models.map(({ ref }) => ref)
  if (!known) return err('The engine does not answer. Start it, then try again.')
  const wanted = [...new Set((models ?? known).flatMap((name) => name.split(',')))].filter(Boolean)
  const stranger = wanted.find((model) => !known.includes(model))
  if (stranger)
    return err(
      `There is no key for ${stranger}, or the data policy shuts it out. There are: ${known.join(', ') || 'none'}.`
    )
  if (wanted.length === 0) return err('There is no key for any model.')
  if (wanted.length > MOST_MODELS)
    return err(`At most ${MOST_MODELS} models at once: name them with --models.`)
  const tasks = await pastTasks(team, last)
  if (tasks.length === 0)
    return err('No task of this team was done by a model yet, so there is nothing to repeat.')
  return ok({ teamId: team, models: wanted, tasks })
}

async function isTeam(id: string): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return false
  return (await teamRows(id, 'select id from teams where id = $1', [id])).length === 1
}
