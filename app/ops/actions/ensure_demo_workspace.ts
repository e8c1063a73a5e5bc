import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import RegisterUser from '#accounts/actions/register_user'
import User from '#accounts/models/user'
import { legalDocuments } from '#accounts/services/legal_documents'
import { withUser } from '#accounts/services/tenancy'
import SetOperator from '#ops/actions/set_operator'
import AddProject from '#projects/actions/add_project'
import { listProjects } from '#projects/queries/list_projects'
import env from '#start/env'
import CreateWorkflow from '#workflows/actions/create_workflow'

const email = 'demo@agentops.test'
const task = 'Add characterization tests for everything that is untested'

interface SignIn {
  email: string
  password: string
  /** Until all of the workspace is there: a start that was killed half-way is gone on with. */
  making?: boolean
}

/**
 * The demo workspace of an installation on one machine: an account with a password of its own, the sample
 * repository, and one workflow that the worker really runs once it is up. Made once; the file with the
 * sign-in, readable by the owner alone, says that it has been.
 */
export default class EnsureDemoWorkspace {
  readonly #file = join(env.get('DATA_DIR'), 'demo-sign-in.json')

  async execute() {
    if (!env.get('EMBEDDED')) return
    const signIn = (await this.#read()) ?? (await this.#begin())
    if (!signIn?.making) return
    const { userId, teamId } = await this.#account(signIn.password)
    const projectId = await this.#project(teamId, userId)
    await new CreateWorkflow().execute({ teamId, userId, projectId, task, idempotencyKey: 'demo' })
    await this.#write({ email, password: signIn.password })
  }

  async #read(): Promise<SignIn | null> {
    const text = await readFile(this.#file, 'utf8').catch(() => null)
    return text === null ? null : JSON.parse(text)
  }

  /** Whoever removed the file did not want the demo, and the password of its account is not known any more. */
  async #begin(): Promise<SignIn | null> {
    if (await User.findBy('email', email)) return null
    return this.#write({ email, password: randomBytes(9).toString('base64url'), making: true })
  }

  async #write(signIn: SignIn) {
    const partial = `${this.#file}.partial`
    await writeFile(partial, JSON.stringify(signIn), { mode: 0o600, flush: true })
    await rename(partial, this.#file)
    return signIn
  }

  async #account(password: string) {
    const there = await User.findBy('email', email)
    if (there) return { userId: there.id, teamId: await this.#teamOf(there.id) }
    const made = await new RegisterUser().execute({
      fullName: 'Demo Developer',
      email,
      password,
      verified: true,
      teamName: 'Demo workspace',
      consent: { version: legalDocuments().version, via: 'own_machine', address: null },
    })
    await new SetOperator().execute({ email, operator: true })
    return { userId: made.user.id, teamId: made.teamId }
  }

  async #teamOf(userId: string): Promise<string> {
    const row = await withUser(userId, (trx) =>
      trx.from('memberships').where('user_id', userId).select('team_id').firstOrFail()
    )
    return row.team_id
  }

  async #project(teamId: string, userId: string): Promise<string> {
    const { data } = await listProjects(teamId, 1, 1)
    if (data[0]) return data[0].id
    const project = await new AddProject().execute({ teamId, userId, source: 'sample' })
    if (!project.ok) throw new Error(`The demo project could not be made: ${project.error.message}`)
    return project.value.id
  }
}
