import { randomUUID } from 'node:crypto'
import { basename, join } from 'node:path'
import { withTeam } from '#accounts/services/tenancy'
import ProjectAdded from '#projects/events/project_added'
import type { GitCredential, GitRemote } from '#projects/git/contract'
import { GitError } from '#projects/git/errors'
import { gitProviderFor } from '#projects/git/registry'
import { parseRemoteUrl } from '#projects/git/remote_url'
import { ensureSampleRemote } from '#projects/git/sample'
import { highestTask } from '#projects/git/task_branch'
import { type ConnectedRepository, connectedRepository } from '#projects/services/connected_repository'
import { isInOwnFolder } from '#projects/services/own_folder'
import { demandRoomForProject, takeRoomForProject } from '#projects/services/project_limit'
import { encryptCredential, ownKeys, type RemoteKind, sampleRemote } from '#projects/services/project_remote'
import { addWebhook } from '#projects/services/project_webhook'
import { remoteRules } from '#projects/services/remote_rules'
import { type AuditActor, recordAudit, system } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'
import env from '#start/env'

const LOOK_TIMEOUT_MS = 30_000

export interface AddProjectInput {
  teamId: string
  userId: string | null
  by?: AuditActor
  /** `connection`: a repository of a connected account, by `repositoryId`. */
  source: 'git' | 'sample' | 'connection'
  repositoryId?: string
  name?: string
  url?: string
  username?: string | null
  token?: string | null
}

/** What is wrong with which field, in a sentence for the person who filled it in. */
export interface FieldProblem {
  field: 'url' | 'name' | 'token' | 'repositoryId'
  message: string
}

interface Candidate {
  kind: RemoteKind
  remote: GitRemote
  credential: GitCredential | null
  name: string
  connected?: ConnectedRepository
}

interface Seen {
  branch: string
  /** The numbers up to this one are taken by branches of tasks that are there. */
  taken: number
}

/** Adds a repository after having looked at it: a project whose remote cannot be read never comes to be. */
export default class AddProject {
  async execute(input: AddProjectInput): Promise<Result<{ id: string }, FieldProblem>> {
    await demandRoomForProject(input.teamId)
    const id = randomUUID()
    const candidate = await this.#candidate(id, input)
    if ('field' in candidate) return err(candidate)
    const seen = await this.#look(candidate)
    if ('field' in seen) return err(seen)
    return this.#insert(id, input, candidate, seen)
  }

  async #candidate(id: string, input: AddProjectInput): Promise<Candidate | FieldProblem> {
    if (input.source === 'sample') return this.#sample(input.teamId, id)
    if (input.source === 'git') return this.#parse(input)
    const signal = AbortSignal.timeout(LOOK_TIMEOUT_MS)
    const found = await connectedRepository(input.teamId, input.repositoryId ?? '', signal)
    if (!found.ok) return { field: 'repositoryId', message: found.error }
    const { remote, credential, facts } = found.value
    return { kind: remote.kind, remote, credential, name: facts.name, connected: found.value }
  }

  /** Every project made from the sample has a remote of its own, so that branches of one do not meet those of another. */
  async #sample(teamId: string, id: string): Promise<Candidate> {
    const directory = join(env.get('DATA_DIR'), 'remotes', teamId, `${id}.git`)
    await ensureSampleRemote(directory)
    return { kind: 'sample', remote: sampleRemote(directory), credential: null, name: 'duration-kit' }
  }

  #parse(input: AddProjectInput): Candidate | FieldProblem {
    const parsed = parseRemoteUrl(input.url ?? '', remoteRules())
    if (!parsed.ok) return { field: 'url', message: parsed.error.message }
    const credential: GitCredential | null = input.token
      ? { kind: 'token', username: input.username || 'git', token: input.token }
      : null
    const remote = parsed.value
    return { kind: remote.kind, remote, credential, name: basename(remote.displayName, '.git') }
  }

  async #look({ kind, remote, credential, connected }: Candidate): Promise<Seen | FieldProblem> {
    if (kind === 'local' && (await isInOwnFolder(remote.url))) {
      return {
        field: 'url',
        message: 'This folder belongs to AgentOps itself. Use a repository of your own.',
      }
    }
    try {
      const found = await gitProviderFor(remote).probe({
        remote,
        credential: credential ?? ownKeys(remote.kind),
        knownHosts: join(env.get('DATA_DIR'), 'known_hosts'),
        signal: AbortSignal.timeout(LOOK_TIMEOUT_MS),
      })
      if (found.empty) {
        const field = connected ? 'repositoryId' : 'url'
        return { field, message: 'The repository is empty. Push a first commit, then add it.' }
      }
      const branch = connected?.facts.defaultBranch ?? found.defaultBranch
      return { branch, taken: highestTask(found.branches) }
    } catch (error) {
      if (!(error instanceof GitError)) throw error
      if (connected) return { field: 'repositoryId', message: error.message }
      return { field: error.code === 'auth' && credential ? 'token' : 'url', message: error.message }
    }
  }

  async #insert(
    id: string,
    input: AddProjectInput,
    candidate: Candidate,
    { branch, taken }: Seen
  ): Promise<Result<{ id: string }, FieldProblem>> {
    const { connected } = candidate
    return withTeam(input.teamId, async (trx) => {
      await takeRoomForProject(trx, input.teamId)
      const wanted = (input.name ?? candidate.name).slice(0, 80)
      const { rows: similar } = await trx.rawQuery(
        'select name from projects where starts_with(lower(name), lower(?))',
        [wanted]
      )
      const names = new Set(similar.map((row: { name: string }) => row.name.toLowerCase()))
      if (input.name && names.has(wanted.toLowerCase())) {
        return err({
          field: 'name' as const,
          message: 'Another project of this team has that name. Choose a different one.',
        })
      }
      let name = wanted
      for (let number = 2; names.has(name.toLowerCase()); number++) name = `${wanted.slice(0, 75)}-${number}`
      await trx.table('projects').insert({
        id,
        team_id: input.teamId,
        name,
        remote_kind: candidate.kind,
        remote_url: candidate.remote.url,
        credential_encrypted:
          candidate.credential && !connected ? encryptCredential(candidate.credential) : null,
        connection_id: connected?.connectionId ?? null,
        host_repository_id: connected?.repository.id ?? null,
        host_repository_path: connected?.repository.path ?? null,
        default_branch: branch,
        next_workflow_number: taken + 1,
        skipped_workflow_numbers: taken,
        created_by: input.userId,
      })
      await recordAudit(trx, {
        teamId: input.teamId,
        actor: input.by ?? system,
        action: 'project.added',
        subject: { kind: 'project', id, name },
      })
      if (connected) await addWebhook(trx, { teamId: input.teamId, projectId: id, host: connected.host })
      await ProjectAdded.dispatch(trx, input.teamId, id)
      return ok({ id })
    })
  }
}
