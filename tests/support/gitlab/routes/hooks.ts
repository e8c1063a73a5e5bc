import { missing, paged } from '#tests/support/gitlab/replies'
import type { GitlabStandIn } from '#tests/support/gitlab/stand_in'
import type { GitlabHook } from '#tests/support/gitlab/state'

const events = [
  'push_events',
  'merge_requests_events',
  'issues_events',
  'confidential_issues_events',
  'note_events',
  'confidential_note_events',
  'pipeline_events',
  'job_events',
  'tag_push_events',
  'wiki_page_events',
  'deployment_events',
  'releases_events',
  'enable_ssl_verification',
]

const settingsOf = (data: Record<string, unknown>) =>
  Object.fromEntries(
    events.map((name) => [
      name,
      (data[name] as boolean) ?? ['push_events', 'enable_ssl_verification'].includes(name),
    ])
  )

export function hookRoutes(gitlab: GitlabStandIn) {
  const { objects } = gitlab
  const body = ['url', 'token', 'push_events_branch_filter', ...events]

  gitlab.onProject('GET', '/hooks', 40, {}, (project, call) =>
    paged(call, project.hooks, (hook) => objects.hook(project, hook))
  )

  gitlab.onProject('POST', '/hooks', 40, { body }, (project, call) => {
    const url = String(call.data.url ?? '')
    if (!URL.canParse(url)) return { status: 422, body: { error: 'Invalid url given' } }
    const token = (call.data.token as string) ?? null
    const hook: GitlabHook = {
      id: gitlab.nextId(),
      url,
      token,
      settings: settingsOf(call.data),
      alertStatus: 'executable',
    }
    project.hooks.push(hook)
    return { status: 201, body: objects.hook(project, hook) }
  })

  gitlab.onProject('PUT', '/hooks/:id', 40, { body }, (project, call) => {
    const hook = project.hooks.find(({ id }) => id === Number(call.params.id))
    if (!hook) return missing()
    const token = (call.data.token as string) ?? hook.token
    Object.assign(hook, {
      url: call.data.url,
      token,
      settings: settingsOf(call.data),
      alertStatus: 'executable',
    })
    return { status: 200, body: objects.hook(project, hook) }
  })

  gitlab.onProject('DELETE', '/hooks/:id', 40, {}, (project, call) => {
    const at = project.hooks.findIndex(({ id }) => id === Number(call.params.id))
    if (at < 0) return missing()
    project.hooks.splice(at, 1)
    return { status: 204 }
  })
}
