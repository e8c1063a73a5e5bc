import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import RegisterUser from '#accounts/actions/register_user'
import AddProject from '#projects/actions/add_project'
import env from '#start/env'
import CreateWorkflow from '#workflows/actions/create_workflow'

const email = 'demo@agentops.test'
const task = 'Add characterization tests for everything that is untested'

/**
 * The demo workspace of an installation on one machine: an account with a password of its own, the sample
 * repository, and one workflow that the worker really runs once it is up. Made once; the file with the
 * sign-in, readable by the owner alone, says that it has been.
 */
export default class EnsureDemoWorkspace {
  async execute() {
    const file = join(env.get('DATA_DIR'), 'demo-sign-in.json')
    if (!env.get('EMBEDDED') || existsSync(file)) return
    const password = randomBytes(9).toString('base64url')
    const { user, teamId } = await new RegisterUser().execute({
      fullName: 'Demo Developer',
      email,
      password,
      teamName: 'Demo workspace',
    })
    await writeFile(file, JSON.stringify({ email, password }), { mode: 0o600 })
    const project = await new AddProject().execute({ teamId, userId: user.id, source: 'sample' })
    if (!project.ok) throw new Error(`The demo project could not be made: ${project.error.message}`)
    await new CreateWorkflow().execute({ teamId, userId: user.id, projectId: project.value.id, task })
  }
}
