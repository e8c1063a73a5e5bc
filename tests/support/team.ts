import { randomUUID } from 'node:crypto'
import RegisterUser from '#accounts/actions/register_user'
import type { Role } from '#accounts/enums/role'
import type User from '#accounts/models/user'
import { legalDocuments } from '#accounts/services/legal_documents'
import { withTeam } from '#accounts/services/tenancy'
import AddProject from '#projects/actions/add_project'

export interface Team {
  user: User
  teamId: string
}

/** A person with a team of their own; every call makes new ones, so tests never meet. */
export function aTeam(name = 'Ada Lovelace'): Promise<Team> {
  return new RegisterUser().execute({
    fullName: name,
    email: `${randomUUID()}@example.test`,
    password: 'correct horse battery',
    verified: true,
    consent: { version: legalDocuments().version, via: 'sign_up', address: null },
  })
}

/** Another person in that team. */
export async function aMember(teamId: string, role: Role): Promise<User> {
  const { user } = await aTeam('Grace Hopper')
  await withTeam(teamId, async (trx) => {
    await trx.table('memberships').insert({ team_id: teamId, user_id: user.id, role })
  })
  return user
}

/** A project on a bare repository of its own, made from the bundled sample. */
export async function aSampleProject({ teamId, user }: Team): Promise<{ id: string; remote: string }> {
  const result = await new AddProject().execute({ teamId, userId: user.id, source: 'sample' })
  if (!result.ok) throw new Error(result.error.message)
  const row = await withTeam(teamId, (trx) =>
    trx.from('projects').where('id', result.value.id).select('remote_url').firstOrFail()
  )
  return { id: result.value.id, remote: row.remote_url }
}
