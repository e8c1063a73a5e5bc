import { withTeam } from '#accounts/services/tenancy'
import AddProject from '#projects/actions/add_project'
import ConnectAccount from '#projects/actions/connect_account'
import SyncRepositories from '#projects/actions/sync_repositories'
import { system } from '#shared/audit/record'
import type { HostUnderTest } from '#tests/support/hosts/host_under_test'
import type { Team } from '#tests/support/team'

/** Connects an account of the host and adds its repository as a project, as a person would. */
export async function connectedProject({ teamId, user }: Team, under: HostUnderTest, path: string) {
  const { kind, url, apiUrl } = under
  const address = { kind, webUrl: url, apiUrl, reach: 'any_address' as const }
  const connected = await new ConnectAccount().execute({
    teamId,
    userId: user.id,
    by: system,
    address,
    auth: 'token',
    token: under.addToken('ada'),
  })
  if (!connected.ok) throw new Error(connected.error)
  const connectionId = connected.value.id
  await new SyncRepositories().execute({ teamId, connectionId, signal: AbortSignal.timeout(30_000) })
  const repository = await withTeam(teamId, (trx) =>
    trx.from('git_repositories').where({ connection_id: connectionId, path }).select('id').firstOrFail()
  )
  const added = await new AddProject().execute({
    teamId,
    userId: user.id,
    source: 'connection',
    repositoryId: repository.id,
  })
  if (!added.ok) throw new Error(added.error.message)
  return { projectId: added.value.id, connectionId }
}
