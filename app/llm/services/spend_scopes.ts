import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { monthOf, noMonth } from '#llm/services/months'
import { sql } from '#shared/database/sql'

/** Whose spending it is; null where a call belongs to none. */
export interface Spender {
  teamId: string
  projectId: string | null
  workflowId: string | null
  stepId: string | null
}

export type CounterScope = 'team' | 'project' | 'workflow' | 'step' | 'platform'

export interface Counter {
  scope: CounterScope
  subject: string
  month: string
}

/** Everything that a call counts towards, in the order in which it is locked. */
export function countersOf({ teamId, projectId, workflowId, stepId }: Spender, month = monthOf()): Counter[] {
  const counters: [CounterScope, string | null, string][] = [
    ['team', teamId, month],
    ['platform', teamId, month],
    ['project', projectId, month],
    ['workflow', workflowId, noMonth],
    ['step', stepId, noMonth],
  ]
  return counters.flatMap(([scope, subject, of]) => (subject ? [{ scope, subject, month: of }] : []))
}

export interface CounterState extends Counter {
  spent: number
  held: number
}

export interface Tightest extends CounterState {
  limit: number
  left: number
}

const openSql = `
  insert into spend_counters (team_id, scope, subject, month)
  select :team, c.scope, c.subject, c.month
  from unnest(cast(:scopes as text[]), cast(:subjects as uuid[]), cast(:months as date[])) as c (scope, subject, month)
  on conflict do nothing`

const lockSql = `
  select c.scope, c.subject, cast(c.month as text) as month, c.spent_micros as spent, c.held_micros as held
  from spend_counters c
  where (c.scope, c.subject, c.month) in (
    select * from unnest(cast(:scopes as text[]), cast(:subjects as uuid[]), cast(:months as date[])))
  order by array_position(array['team', 'platform', 'project', 'workflow', 'step'], cast(c.scope as text))
  for update`

/** The counters as they are, held until the transaction ends: nobody else can promise the same money. */
export async function lockCounters(
  trx: TransactionClientContract,
  team: string,
  counters: readonly Counter[]
): Promise<CounterState[]> {
  const bindings = {
    team,
    scopes: counters.map(({ scope }) => scope),
    subjects: counters.map(({ subject }) => subject),
    months: counters.map(({ month }) => month),
  }
  await sql(trx, openSql, bindings)
  const { team: _, ...places } = bindings
  const { rows } = await sql<CounterState>(trx, lockSql, places)
  return rows
}

/** Moves what counters hold and what they say was spent; never below nothing held. */
export async function moveCounters(
  trx: TransactionClientContract,
  team: string,
  moves: readonly (Counter & { spent: number; held: number })[]
) {
  if (moves.length === 0) return
  await sql(
    trx,
    `update spend_counters c
     set spent_micros = c.spent_micros + m.spent, held_micros = greatest(0, c.held_micros + m.held)
     from unnest(cast(:scopes as text[]), cast(:subjects as uuid[]), cast(:months as date[]),
       cast(:spent as bigint[]), cast(:held as bigint[])) as m (scope, subject, month, spent, held)
     where c.team_id = :team and c.scope = m.scope and c.subject = m.subject and c.month = m.month`,
    {
      team,
      scopes: moves.map(({ scope }) => scope),
      subjects: moves.map(({ subject }) => subject),
      months: moves.map(({ month }) => month),
      spent: moves.map(({ spent }) => String(spent)),
      held: moves.map(({ held }) => String(held)),
    }
  )
}
