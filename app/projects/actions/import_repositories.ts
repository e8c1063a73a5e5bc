import AddProject from '#projects/actions/add_project'
import type { AuditActor } from '#shared/audit/record'
import PlanLimitException from '#shared/exceptions/plan_limit_exception'

export interface ImportRepositoriesInput {
  teamId: string
  userId: string | null
  by: AuditActor
  /** Rows of the cached list. */
  repositories: string[]
}

export interface Imported {
  repositoryId: string
  projectId: string | null
  /** Why it was not added, for the person who chose it. */
  problem: string | null
}

/** Adds several repositories; one that cannot be added does not hold up the others. */
export default class ImportRepositories {
  async execute({ repositories, ...input }: ImportRepositoriesInput): Promise<Imported[]> {
    const done: Imported[] = []
    for (const repositoryId of repositories) done.push(await this.#add(repositoryId, input))
    return done
  }

  async #add(repositoryId: string, input: Omit<ImportRepositoriesInput, 'repositories'>): Promise<Imported> {
    try {
      const added = await new AddProject().execute({ ...input, source: 'connection', repositoryId })
      if (added.ok) return { repositoryId, projectId: added.value.id, problem: null }
      return { repositoryId, projectId: null, problem: added.error.message }
    } catch (error) {
      if (!(error instanceof PlanLimitException)) throw error
      return { repositoryId, projectId: null, problem: error.message }
    }
  }
}
