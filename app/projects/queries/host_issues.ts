import { HostError } from '#projects/git/host_errors'
import { hostOfProject } from '#projects/services/host_of_project'

export type HostIssueItem = {
  number: number
  title: string
  body: string
  url: string
  labels: string[]
}

export type HostIssues = {
  data: HostIssueItem[]
  /** Why there are none, in a sentence; null when the host has answered. */
  problem: string | null
}

const MAX_BODY = 9000
const LOOK_TIMEOUT_MS = 15_000

/** Open issues of a project's repository, the last changed first. */
export async function hostIssues(teamId: string, projectId: string, text?: string): Promise<HostIssues> {
  const target = await hostOfProject(teamId, projectId, AbortSignal.timeout(LOOK_TIMEOUT_MS))
  if (!target) return { data: [], problem: 'This project is not connected to GitHub or GitLab.' }
  try {
    const { items } = await target.host.listIssues(target.repository, { perPage: 30, ...(text && { text }) })
    const data = items.map(({ number, title, body, url, labels }) => ({
      number,
      title,
      body: body.slice(0, MAX_BODY),
      url,
      labels,
    }))
    return { data, problem: null }
  } catch (error) {
    if (error instanceof HostError) return { data: [], problem: error.message }
    throw error
  }
}
