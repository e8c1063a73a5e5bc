import { withTeam } from '#accounts/services/tenancy'
import AddProject from '#projects/actions/add_project'
import ConnectAccount from '#projects/actions/connect_account'
import EnsureWebhook from '#projects/actions/ensure_webhook'
import SyncRepositories from '#projects/actions/sync_repositories'
import type { HostKind } from '#projects/git/host_contract'
import { system } from '#shared/audit/record'
import env from '#start/env'
import { type HostUnderTest, hostUnderTest } from '#tests/support/hosts/host_under_test'
import { withSettings } from '#tests/support/hosts/settings'

/** A stand-in that the installation takes for its own host, as an operator would name it, with a client registered. */
export async function ownHostUnderTest(kind: HostKind): Promise<HostUnderTest> {
  const host = await hostUnderTest(kind)
  const names = kind.toUpperCase()
  const restore = withSettings({
    [`${names}_URL`]: host.url,
    [`${names}_API_URL`]: kind === 'github' ? host.apiUrl : `${host.url}/api/v4`,
    [`${names}_CLIENT_ID`]: 'agentops-client',
    [`${names}_CLIENT_SECRET`]: 'agentops-client-secret',
  })
  host.standIn.oauth.apps.set('agentops-client', {
    clientId: 'agentops-client',
    clientSecret: 'agentops-client-secret',
    redirectUris: [env.get('APP_URL')],
  })
  const { close } = host
  return {
    ...host,
    close: async () => {
      restore()
      await close()
    },
  }
}

/** Connects an account by a token, with its repositories read. */
export async function connectedAccount(teamId: string, host: HostUnderTest, login = 'ada'): Promise<string> {
  const connected = await new ConnectAccount().execute({
    teamId,
    userId: null,
    by: system,
    address: { kind: host.kind, webUrl: host.url, apiUrl: host.apiUrl, reach: 'any_address' },
    auth: 'token',
    token: host.addToken(login),
  })
  if (!connected.ok) throw new Error(connected.error)
  await new SyncRepositories().execute({ teamId, connectionId: connected.value.id })
  return connected.value.id
}

/** The row of the cached list by which a repository is added. */
export function repositoryId(teamId: string, path: string): Promise<string> {
  return withTeam(teamId, async (trx) => {
    const row = await trx.from('git_repositories').where('path', path).select('id').firstOrFail()
    return row.id
  })
}

/** A project on a repository of the stand-in, over a connected account, with its webhook in place. */
export async function connectedProject(
  teamId: string,
  host: HostUnderTest,
  path: string,
  { login = 'ada', webhook = true }: { login?: string; webhook?: boolean } = {}
): Promise<{ id: string; connectionId: string }> {
  const connectionId = await connectedAccount(teamId, host, login)
  const added = await new AddProject().execute({
    teamId,
    userId: null,
    source: 'connection',
    repositoryId: await repositoryId(teamId, path),
  })
  if (!added.ok) throw new Error(added.error.message)
  if (webhook) await new EnsureWebhook().execute({ teamId, projectId: added.value.id })
  return { id: added.value.id, connectionId }
}
