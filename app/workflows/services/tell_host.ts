import { HostError } from '#projects/git/host_errors'
import env from '#start/env'
import type { Delivery } from '#workflows/services/delivery'
import { inert } from '#workflows/services/inert'
import { patiently } from '#workflows/services/patience'
import type { ProjectHost } from '#workflows/services/project_host'
import type { StepContext } from '#workflows/steps/step_context'

export const workflowUrl = (id: string) => new URL(`/workflows/${id}`, env.get('APP_URL')).href

/** Of the one comment that a project has at an issue or change request, whichever workflow it is about. */
export const stickyMarker = (projectId: string) => `agentops-${projectId}`

/**
 * Says where the work stands: in one comment at the change request and one at the issue it came from, each
 * edited in place. A host that will not take it is no reason to fail; the log says so.
 */
export async function tellHost(
  { workflow, project, log, signal }: StepContext,
  { host, repository }: ProjectHost,
  { changeRequest, issue }: Delivery,
  sentence: string
) {
  const subjects = [
    ...(changeRequest ? [{ kind: 'change_request' as const, number: changeRequest.number }] : []),
    ...(issue ? [{ kind: issue.kind, number: issue.number }] : []),
  ]
  const where = changeRequest ? ` The change: ${changeRequest.url}` : ''
  const body = `**AgentOps** #${workflow.number}: ${inert(sentence)}${where}\n\n[The workflow](${workflowUrl(workflow.id)})`
  for (const subject of subjects) {
    try {
      await patiently(signal, () =>
        host.upsertStickyComment(repository, subject, { marker: stickyMarker(project.id), body })
      )
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      log.say(`The comment could not be written: ${error.message}`)
    }
  }
}
