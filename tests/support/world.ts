import { randomUUID } from 'node:crypto'
import CreateServiceToken from '#accounts/actions/create_service_token'
import InviteMember from '#accounts/actions/invite_member'
import { type Role, roles } from '#accounts/enums/role'
import type User from '#accounts/models/user'
import type { Scope } from '#accounts/permissions'
import { withTeam } from '#accounts/services/tenancy'
import { aToken, leaveBehind, projectRows } from '#tests/support/api'
import { anActor } from '#tests/support/members'
import { aMember, aTeam, type Team } from '#tests/support/team'
import CreateWorkflow from '#workflows/actions/create_workflow'

export interface World extends Team {
  /** Stands in the names of what the team has, and nowhere else. */
  marker: string
  people: Record<Role, User>
  /** What the parameters of addresses mean, by the address's first words. */
  ids: {
    project: string
    workflow: string
    step: string
    token: string
    robot: string
    invitation: string
    member: string
  }
}

/** A team with a member of each role and one of everything that an address can name. */
export async function aWorld(): Promise<World> {
  const team = await aTeam()
  const { teamId } = team
  const marker = `marker-${randomUUID()}`
  const people = { owner: team.user } as Record<Role, User>
  for (const role of roles) if (role !== 'owner') people[role] = await aMember(teamId, role)
  const [project] = await projectRows(teamId, [marker])
  const task = `remove ${marker}`
  const created = await new CreateWorkflow().execute({ teamId, userId: null, projectId: project!, task })
  if (!created.ok) throw new Error(created.error)
  const workflow = created.value.id
  await leaveBehind(teamId, workflow, 'patch', marker)
  const step = await withTeam(teamId, (trx) =>
    trx.from('workflow_steps').where('workflow_id', workflow).select('id').firstOrFail()
  )
  const { id: token } = await aToken(team)
  const robot = await new CreateServiceToken().execute({
    actor: anActor(team),
    name: marker,
    scopes: ['read'],
    expiresInDays: null,
  })
  const email = `${marker}@example.test`
  const invitation = await new InviteMember().execute({ actor: anActor(team), email, role: 'viewer' })
  if (!robot.ok || !invitation.ok) throw new Error('the world could not be made')
  const member = (await aMember(teamId, 'viewer')).id
  const ids = {
    project: project!,
    workflow,
    step: step.id,
    token,
    robot: robot.value.id,
    invitation: invitation.value.id,
    member,
  }
  return { ...team, marker, people, ids }
}

const kinds: readonly (readonly [RegExp, keyof World['ids']])[] = [
  [/^\/(api\/)?(projects|intelligence)\//, 'project'],
  [/^\/(api\/)?workflows\//, 'workflow'],
  [/^\/live\//, 'workflow'],
  [/^\/(settings|api)\/tokens\//, 'token'],
  [/^\/settings\/service-tokens\//, 'robot'],
  [/^\/(settings|api)\/invitations\//, 'invitation'],
  [/^\/(settings|api)\/members\//, 'member'],
]

/** The address of a route about this world's things; what nothing stands for here becomes an id that is not there. */
export function addressOf(pattern: string, { ids, user }: World) {
  const kind = kinds.find(([prefix]) => prefix.test(pattern))?.[1]
  const values: Record<string, string> = {
    id: kind ? ids[kind] : randomUUID(),
    stepId: ids.step,
    kind: pattern.startsWith('/live/') ? 'workflows' : 'patch',
    userId: user.id,
    secret: 'x'.repeat(43),
    host: 'github',
    provider: 'github',
    name: 'some_flag',
  }
  return {
    path: pattern.replace(/:(\w+)/g, (_, name: string) => values[name] ?? randomUUID()),
    /** Whether it names something that this world really has. */
    known: kind !== undefined && pattern.includes(':id'),
  }
}

/** A token of a member, of any scopes and life, as it lies in the database. */
export async function aTokenOf(world: World, role: Role, scopes: Scope[], expiresIn = '1 day') {
  const { id, token } = await aToken({ teamId: world.teamId, user: world.people[role] }, ['read'])
  await withTeam(world.teamId, (trx) =>
    trx.rawQuery(
      'update api_tokens set scopes = cast(? as text[]), expires_at = now() + cast(? as interval) where id = ?',
      [scopes as never, expiresIn, id]
    )
  )
  return token
}
