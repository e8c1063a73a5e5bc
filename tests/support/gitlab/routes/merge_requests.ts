import { missing, paged } from '#tests/support/gitlab/replies'
import type { GitlabStandIn } from '#tests/support/gitlab/stand_in'
import type { GitlabMergeRequest } from '#tests/support/gitlab/state'

export function mergeRequestRoutes(gitlab: GitlabStandIn) {
  const { objects } = gitlab
  const filters = ['state', 'source_branch', 'target_branch', 'order_by', 'sort', 'labels', 'search']

  gitlab.onProject('GET', '/merge_requests', 20, { query: filters }, (project, call) => {
    const is = (name: string, value: string) => !call.query.get(name) || call.query.get(name) === value
    const found = project.mergeRequests.filter(
      (request) =>
        is('state', request.state) &&
        is('source_branch', request.sourceBranch) &&
        is('target_branch', request.targetBranch)
    )
    return paged(call, found.reverse(), (request) => objects.mergeRequest(project, request))
  })

  const creation = [
    'source_branch',
    'target_branch',
    'title',
    'description',
    'labels',
    'reviewer_ids',
    'remove_source_branch',
    'squash',
  ]
  gitlab.onProject('POST', '/merge_requests', 30, { body: creation }, (project, call, { username }) => {
    const {
      source_branch: source,
      target_branch: target,
      title,
      description,
      labels,
      reviewer_ids: reviewers,
    } = call.data
    if (!source || !target || !title) return { status: 400, body: { error: 'source_branch is missing' } }
    if (!gitlab.git.commitOf(project.path, String(source))) {
      return { status: 400, body: { message: [`Source branch "${source}" does not exist`] } }
    }
    const open = project.mergeRequests.find(
      (request) =>
        request.state === 'opened' && request.sourceBranch === source && request.targetBranch === target
    )
    if (open) {
      return {
        status: 409,
        body: { message: [`Another open merge request already exists for this source branch: !${open.iid}`] },
      }
    }
    const request: GitlabMergeRequest = {
      ...gitlab.newSubject(
        project.mergeRequests.length + 1,
        String(title),
        username,
        (description as string) ?? null
      ),
      labels: String(labels ?? '')
        .split(',')
        .filter(Boolean),
      sourceBranch: String(source),
      targetBranch: String(target),
      reviewers: (reviewers as number[]) ?? [],
    }
    project.mergeRequests.push(request)
    gitlab.announceMergeRequest(project, request, 'open', username)
    return { status: 201, body: objects.mergeRequest(project, request) }
  })

  gitlab.onProject('GET', '/merge_requests/:iid', 20, {}, (project, call) => {
    const request = project.mergeRequests.find(({ iid }) => iid === Number(call.params.iid))
    return request ? { status: 200, body: objects.mergeRequest(project, request) } : missing()
  })

  gitlab.onProject('GET', '/merge_requests/:iid/discussions', 20, {}, (project, call) => {
    const request = project.mergeRequests.find(({ iid }) => iid === Number(call.params.iid))
    if (!request) return missing()
    return paged(call, request.notes, (note) => ({
      id: `discussion${note.id}`,
      individual_note: !note.place,
      notes: [objects.note(project, request, note)],
    }))
  })

  const change = ['title', 'description', 'state_event', 'labels', 'add_labels', 'target_branch']
  gitlab.onProject('PUT', '/merge_requests/:iid', 30, { body: change }, (project, call, { username }) => {
    const request = project.mergeRequests.find(({ iid }) => iid === Number(call.params.iid))
    if (!request) return missing()
    const { title, description, state_event: event } = call.data
    if (title !== undefined) request.title = String(title)
    if (description !== undefined) request.description = String(description)
    if (event === 'close') request.state = 'closed'
    if (event === 'reopen') request.state = 'opened'
    request.updatedAt = new Date().toISOString()
    gitlab.announceMergeRequest(project, request, event ? String(event) : 'update', username)
    return { status: 200, body: objects.mergeRequest(project, request) }
  })
}
