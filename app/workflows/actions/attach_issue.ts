import { withTeam } from '#accounts/services/tenancy'
import { HostError } from '#projects/git/host_errors'
import { hostOfProject } from '#projects/services/host_of_project'

export interface AttachIssueInput {
  teamId: string
  projectId: string
  workflowId: string
  number: number
}

const LOOK_TIMEOUT_MS = 15_000

/** Remembers which issue a workflow is about, so that its change closes it. */
export default class AttachIssue {
  /** @returns whether there is such an issue */
  async execute({ teamId, projectId, workflowId, number }: AttachIssueInput): Promise<boolean> {
    const target = await hostOfProject(teamId, projectId, AbortSignal.timeout(LOOK_TIMEOUT_MS))
    if (!target) return false
    try {
      const { kind, url, title } = await target.host.issue(target.repository, number)
      const issue = JSON.stringify({ kind, number, url, title })
      await withTeam(teamId, (trx) => trx.from('workflows').where('id', workflowId).update({ issue }))
      return true
    } catch (error) {
      if (error instanceof HostError) return false
      throw error
    }
  }
}
