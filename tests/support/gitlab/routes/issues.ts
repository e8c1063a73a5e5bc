import { missing, paged } from '#tests/support/gitlab/replies'
import type { GitlabStandIn } from '#tests/support/gitlab/stand_in'
import type { GitlabProject, GitlabSubject } from '#tests/support/gitlab/state'

export function issueRoutes(gitlab: GitlabStandIn) {
  const { objects } = gitlab
  const filters = ['state', 'labels', 'search', 'in', 'order_by', 'sort']

  gitlab.onProject('GET', '/issues', 10, { query: filters }, (project, call) => {
    const state = call.query.get('state') ?? 'all'
    const labels = call.query.get('labels')?.split(',') ?? []
    const search = call.query.get('search')?.toLowerCase() ?? ''
    const found = project.issues
      .filter((issue) => state === 'all' || issue.state === state)
      .filter((issue) => labels.every((label) => issue.labels.includes(label)))
      .filter((issue) => issue.title.toLowerCase().includes(search))
    return paged(call, found.reverse(), (issue) => objects.issue(project, issue))
  })

  gitlab.onProject('GET', '/issues/:iid', 10, {}, (project, call) => {
    const issue = project.issues.find(({ iid }) => iid === Number(call.params.iid))
    return issue ? { status: 200, body: objects.issue(project, issue) } : missing('404 Issue Not Found')
  })

  const find = (project: GitlabProject, kind: string, iid: string): GitlabSubject | undefined =>
    (kind === 'issues' ? project.issues : project.mergeRequests).find((one) => one.iid === Number(iid))

  for (const kind of ['issues', 'merge_requests']) {
    gitlab.onProject('GET', `/${kind}/:iid/notes`, 10, { query: ['sort', 'order_by'] }, (project, call) => {
      const subject = find(project, kind, call.params.iid!)
      if (!subject) return missing()
      const notes = call.query.get('sort') === 'asc' ? subject.notes : subject.notes.toReversed()
      return paged(call, notes, (note) => objects.note(project, subject, note))
    })

    gitlab.onProject(
      'POST',
      `/${kind}/:iid/notes`,
      10,
      { body: ['body', 'internal'] },
      (project, call, { username }) => {
        const subject = find(project, kind, call.params.iid!)
        if (!subject) return missing()
        const note = gitlab.comment(project, subject, username, String(call.data.body))
        return { status: 201, body: objects.note(project, subject, note) }
      }
    )

    gitlab.onProject(
      'PUT',
      `/${kind}/:iid/notes/:note`,
      10,
      { body: ['body'] },
      (project, call, { username }) => {
        const subject = find(project, kind, call.params.iid!)
        const note = subject?.notes.find(({ id }) => id === Number(call.params.note))
        if (!subject || !note) return missing()
        if (note.user !== username && gitlab.levelOf(project, username) < 40) {
          return { status: 403, body: { message: '403 Forbidden' } }
        }
        note.body = String(call.data.body)
        note.updatedAt = new Date().toISOString()
        return { status: 200, body: objects.note(project, subject, note) }
      }
    )
  }
}
