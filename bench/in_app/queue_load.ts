import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { boot, say } from './boot.js'

/** Teams of one plan, and how many workflows of theirs come in. */
export interface Group {
  name: string
  plan: 'free' | 'solo' | 'team'
  teams: number
  /** So many at once, or one every so many milliseconds for the time of the load. */
  atOnce?: number
  everyMs?: number
}

export interface Load {
  groups: Group[]
  seconds: number
}

/** Milliseconds from the click until the first step runs; null for what had not begun in the end. */
export type Waits = Record<string, (number | null)[]>

await boot()
const { default: RegisterUser } = await import('#accounts/actions/register_user')
const { withTeam } = await import('#accounts/services/tenancy')
const { default: CreateWorkflow } = await import('#workflows/actions/create_workflow')
const { plans } = await import('#billing/catalogue/plans')
const { storeQueueShare } = await import('#billing/services/queue_share')
const { entitlementsOf } = await import('#billing/services/plan_of_account')

interface Team {
  teamId: string
  projectId: string
}

let people = 0

async function aTeam(plan: Group['plan']): Promise<Team> {
  people++
  const email = `person-${people}@example.test`
  const { teamId } = await new RegisterUser().execute({
    fullName: 'Ada Lovelace',
    email,
    password: 'correct horse battery',
  })
  return withTeam(teamId, async (trx) => {
    if (plan !== 'free') {
      await trx.table('billing_accounts').insert({ team_id: teamId, plan, status: 'active' })
      await storeQueueShare(trx, teamId, entitlementsOf(plans[plan]))
    }
    const [project] = await trx
      .table('projects')
      .insert({
        team_id: teamId,
        name: 'bench',
        remote_kind: 'https',
        remote_url: 'https://git.example.test/bench.git',
        default_branch: 'main',
      })
      .returning('id')
    return { teamId, projectId: project.id }
  })
}

async function start({ teamId, projectId }: Team) {
  const created = await new CreateWorkflow().execute({ teamId, projectId, userId: null, task: 'tidy' })
  if (!created.ok) throw new Error(created.error)
}

async function arrive({ everyMs, atOnce = 0 }: Group, teams: Team[], seconds: number) {
  for (let count = 0; count < atOnce; count++) await start(teams[count % teams.length]!)
  if (!everyMs) return
  const until = performance.now() + seconds * 1000
  for (let count = 0; performance.now() < until; count++) {
    await start(teams[count % teams.length]!)
    await wait(everyMs * (0.5 + Math.random()))
  }
}

async function waitsOf(teams: Team[]) {
  const all = await Promise.all(
    teams.map(({ teamId }) =>
      withTeam(teamId, (trx) => trx.from('workflows').select('created_at', 'started_at'))
    )
  )
  return all
    .flat()
    .map(({ created_at, started_at }) => started_at && started_at.getTime() - created_at.getTime())
}

say('ready')
const [{ groups, seconds }] = (await once(process, 'message')) as [Load]
const teams = new Map<string, Team[]>()
for (const { name, plan, teams: count } of groups) {
  const made: Team[] = []
  while (made.length < count) made.push(await aTeam(plan))
  teams.set(name, made)
}
// Who has 500 at once has them before the others come.
for (const group of groups.filter(({ atOnce }) => atOnce)) await arrive(group, teams.get(group.name)!, 0)
say('begun')
await once(process, 'message')
await Promise.all(
  groups.filter(({ atOnce }) => !atOnce).map((group) => arrive(group, teams.get(group.name)!, seconds))
)
const waits: Waits = {}
for (const { name } of groups) waits[name] = await waitsOf(teams.get(name)!)
say(waits)
process.disconnect()
