import type { GitlabClient } from '#projects/git/gitlab/client'
import { addressOf, pageOf, toPage } from '#projects/git/gitlab/repositories'
import { issueShape, noteShape } from '#projects/git/gitlab/shapes'
import type { GitHost, IssueComment, IssueRef, RepositoryRef } from '#projects/git/host_contract'
import { everyPage, stickyBody } from '#projects/git/sticky_comment'

type Part = Pick<GitHost, 'issue' | 'listIssues' | 'comments' | 'upsertStickyComment'>

export function issues(client: GitlabClient, ownLogin: () => Promise<string>): Part {
  const comments: Part['comments'] = async (ref, subject, page) => {
    const options = { ...pageOf(page), sort: 'asc' as const, orderBy: 'created_at' as const }
    const answer = await client.send<unknown>((api) =>
      subject.kind === 'issue'
        ? api.IssueNotes.all(addressOf(ref), subject.number, options)
        : api.MergeRequestNotes.all(addressOf(ref), subject.number, options)
    )
    const { items, next } = toPage(client, noteShape, answer)
    return {
      items: items.filter((note) => !note.system).map((note) => asComment(client, ref, subject, note)),
      next,
    }
  }
  return {
    comments,
    issue: (ref, number) =>
      client.ask(issueShape, (api) => api.Issues.show(number, { projectId: addressOf(ref) })),
    listIssues: async (ref, { label, text, ...page } = {}) => {
      const answer = await client.send((api) =>
        api.Issues.all({
          projectId: addressOf(ref),
          ...pageOf(page),
          state: 'opened',
          orderBy: 'updated_at',
          ...(label ? { labels: label } : {}),
          ...(text ? { search: text, in: 'title' } : {}),
        })
      )
      return toPage(client, issueShape, answer)
    },
    upsertStickyComment: async (ref, subject, input) => {
      const login = await ownLogin()
      const body = stickyBody.of(input)
      for await (const comment of everyPage((page) => comments(ref, subject, page))) {
        if (comment.author.login !== login || !comment.body.includes(stickyBody.mark(input.marker))) continue
        if (comment.body === body) return comment
        return asComment(client, ref, subject, await edit(client, ref, subject, Number(comment.id), body))
      }
      return asComment(client, ref, subject, await create(client, ref, subject, body))
    },
  }
}

const edit = (
  client: GitlabClient,
  ref: RepositoryRef,
  { kind, number }: IssueRef,
  id: number,
  body: string
) =>
  client.ask(noteShape, (api) =>
    (kind === 'issue' ? api.IssueNotes : api.MergeRequestNotes).edit(addressOf(ref), number, id, { body })
  )

const create = (client: GitlabClient, ref: RepositoryRef, { kind, number }: IssueRef, body: string) =>
  client.ask(noteShape, (api) =>
    (kind === 'issue' ? api.IssueNotes : api.MergeRequestNotes).create(addressOf(ref), number, body)
  )

/** GitLab's notes come without an address. */
function asComment(
  { access }: GitlabClient,
  { path }: RepositoryRef,
  { kind, number }: IssueRef,
  { system: _, ...note }: Omit<IssueComment, 'url'> & { system: boolean }
): IssueComment {
  const page = kind === 'issue' ? 'issues' : 'merge_requests'
  return { ...note, url: `${access.webUrl}/${path}/-/${page}/${number}#note_${note.id}` }
}
