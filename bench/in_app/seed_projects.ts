import { boot, say } from './boot.js'

/** A team with a token and 50 projects, each with a few workflows that nobody is going to run. */
const PROJECTS = 50
const WORKFLOWS_EACH = 4

await boot()
const { default: RegisterUser } = await import('#accounts/actions/register_user')
const { default: CreateApiToken } = await import('#accounts/actions/create_api_token')
const { withTeam } = await import('#accounts/services/tenancy')
const { default: CreateWorkflow } = await import('#workflows/actions/create_workflow')

const { user, teamId } = await new RegisterUser().execute({
  fullName: 'Ada Lovelace',
  email: 'ada@example.test',
  password: 'correct horse battery',
})
const token = { teamId, userId: user.id, name: 'bench', scopes: ['write'] as const, expiresInDays: null }
const names = Array.from({ length: PROJECTS }, (_, index) => `project-${index}`)
const projects = await withTeam(teamId, (trx) =>
  trx
    .table('projects')
    .multiInsert(
      names.map((name) => ({
        team_id: teamId,
        name,
        remote_kind: 'https',
        remote_url: `https://git.example.test/${name}.git`,
        default_branch: 'main',
      }))
    )
    .returning('id')
)
const ids: string[] = projects.map(({ id }: { id: string }) => id)
for (let round = 0; round < WORKFLOWS_EACH; round++) {
  for (const projectId of ids) {
    await new CreateWorkflow().execute({ teamId, userId: user.id, projectId, task: 'remove unused imports' })
  }
}
say({ teamId, userId: user.id, projects: ids, token: (await new CreateApiToken().execute(token)).token })
process.disconnect()
