import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { teamsOfUser } from '#accounts/queries/teams_of_user'
import { withTeam, withUser } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'

/** Files of an archive by name; each an array of rows, or one object. */
export type PersonalData = Record<string, unknown>

/** What a person has of their own, by file. Secrets and hashes of secrets are nobody's data. */
const own: Record<string, string> = {
  'profile.json': `select id, email, full_name, email_verified_at, created_at, updated_at from users where id = :user`,
  'teams.json': `select t.id, t.name, m.role, m.created_at as joined_at
    from memberships m join teams t on t.id = m.team_id where m.user_id = :user`,
  'passkeys.json': 'select name, created_at, last_used_at from passkeys where user_id = :user',
  'linked_accounts.json':
    'select provider, login, created_at, last_used_at from linked_identities where user_id = :user',
  'consents.json': `select version, via, host(address) as address, accepted_at from consents
    where user_id = :user order by accepted_at`,
  'account_events.json': `select action, subject_kind, subject_name, details, host(address) as address, created_at
    from audit_entries where user_id = :user and team_id is null order by created_at`,
}

/** What they left in a team. */
const inTeam: Record<string, string> = {
  'workflows.json': `select w.id, w.number, p.name as project, w.task, w.status, w.outcome, w.created_at, w.finished_at
    from workflows w join projects p on p.id = w.project_id where w.created_by = :user order by w.created_at`,
  'messages.json': `select workflow_id, text, created_at from workflow_messages where created_by = :user order by created_at`,
  'projects_added.json': 'select id, name, remote_url, created_at from projects where created_by = :user',
  'api_tokens.json': `select name, scopes, last_four, created_at, last_used_at, expires_at from api_tokens where user_id = :user`,
  'programs.json': `select client_id, scopes, created_at, last_used_at, revoked_at from oauth_grants where user_id = :user`,
  'trail.json': `select action, subject_kind, subject_name, details, host(address) as address, created_at
    from audit_entries where user_id = :user order by created_at`,
}

async function read(
  trx: TransactionClientContract,
  queries: Record<string, string>,
  user: string,
  folder = ''
) {
  const files: PersonalData = {}
  for (const [name, query] of Object.entries(queries)) {
    files[folder + name] = (await sql(trx, query, { user })).rows
  }
  return files
}

/** Everything that is known about a person, as far as it is theirs: the data of their teams belong to the teams. */
export async function personalData(userId: string): Promise<PersonalData> {
  const files = await withUser(userId, (trx) => read(trx, own, userId))
  for (const { id } of await teamsOfUser(userId)) {
    Object.assign(files, await withTeam(id, (trx) => read(trx, inTeam, userId, `teams/${id}/`)))
  }
  return files
}
