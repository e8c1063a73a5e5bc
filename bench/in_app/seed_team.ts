import { boot, say } from './boot.js'

/** A person with a team, a token, and a project on a real bare repository made from the bundled sample. */
await boot()
const { default: RegisterUser } = await import('#accounts/actions/register_user')
const { default: CreateApiToken } = await import('#accounts/actions/create_api_token')
const { default: AddProject } = await import('#projects/actions/add_project')

const person = { fullName: 'Ada Lovelace', email: 'ada@example.test', password: 'correct horse battery' }
const { user, teamId } = await new RegisterUser().execute(person)
const { token } = await new CreateApiToken().execute({
  teamId,
  userId: user.id,
  name: 'bench',
  scopes: ['write'],
  expiresInDays: null,
})
const project = await new AddProject().execute({ teamId, userId: user.id, source: 'sample' })
if (!project.ok) throw new Error(project.error.message)
say({ token, projectId: project.value.id })
process.disconnect()
