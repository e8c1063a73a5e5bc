import type { GithubClient } from '#projects/git/github/client'
import { addressOf, pageOf, toPage } from '#projects/git/github/repositories'
import { commentShape, issueShape } from '#projects/git/github/shapes'
import type {
  GitHost,
  IssueComment,
  IssueRef,
  RepositoryRef,
  StickyCommentInput,
} from '#projects/git/host_contract'
import { everyPage, stickyBody } from '#projects/git/sticky_comment'

type Part = Pick<GitHost, 'issue' | 'listIssues' | 'comments' | 'upsertStickyComment'>

export function issues(client: GithubClient, ownLogin: () => Promise<string>): Part {
  const comments: Part['comments'] = async (ref, { number }, page) => {
    const answer = await client.send(({ rest }) =>
      rest.issues.listComments({ ...addressOf(ref), issue_number: number, ...pageOf(page) })
    )
    return toPage(client, commentShape, answer)
  }
  return {
    comments,
    issue: (ref, number) =>
      client.ask(issueShape, ({ rest }) => rest.issues.get({ ...addressOf(ref), issue_number: number })),
    listIssues: async (ref, { label, text, ...page } = {}) => {
      const answer = await client.send(({ rest }) =>
        rest.issues.listForRepo({
          ...addressOf(ref),
          ...pageOf(page),
          state: 'open',
          sort: 'updated',
          ...(label ? { labels: label } : {}),
        })
      )
      const { items, next } = toPage(client, issueShape, answer)
      const wanted = text?.toLowerCase() ?? ''
      const issuesOnly = items.filter(
        (issue) => issue.kind === 'issue' && issue.title.toLowerCase().includes(wanted)
      )
      return { items: issuesOnly, next }
    },
    upsertStickyComment: async (ref, subject, input) => {
      const login = await ownLogin()
      for await (const comment of everyPage((page) => comments(ref, subject, page))) {
        if (comment.author.login !== login || !comment.body.includes(stickyBody.mark(input.marker))) continue
        return write(client, ref, { comment, input })
      }
      return write(client, ref, { subject, input })
    },
  }
}

type Target = { input: StickyCommentInput } & ({ comment: IssueComment } | { subject: IssueRef })

async function write(client: GithubClient, ref: RepositoryRef, target: Target): Promise<IssueComment> {
  const body = stickyBody.of(target.input)
  const where = addressOf(ref)
  if (!('comment' in target)) {
    return client.ask(commentShape, ({ rest }) =>
      rest.issues.createComment({ ...where, issue_number: target.subject.number, body })
    )
  }
  if (target.comment.body === body) return target.comment
  return client.ask(commentShape, ({ rest }) =>
    rest.issues.updateComment({ ...where, comment_id: Number(target.comment.id), body })
  )
}
