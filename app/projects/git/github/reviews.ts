import { z } from 'zod'
import type { GithubClient } from '#projects/git/github/client'
import { addressOf } from '#projects/git/github/repositories'
import { author, id } from '#projects/git/github/shapes'
import type { GitHost, ReviewComment } from '#projects/git/host_contract'

type Part = Pick<GitHost, 'reviewComments'>

/** Whether a conversation was settled stands in GitHub's GraphQL API only. */
const commentShape = z
  .object({
    id,
    body: z.string(),
    path: z.string(),
    line: z.number().nullish(),
    user: author,
    created_at: z.string(),
  })
  .transform(
    ({ path, line, user, created_at: createdAt, ...comment }): ReviewComment => ({
      ...comment,
      author: user,
      place: { path, line: line ?? null },
      resolved: false,
      createdAt,
    })
  )

export function reviews(client: GithubClient): Part {
  return {
    reviewComments: (ref, number) =>
      client.ask(z.array(commentShape), ({ rest }) =>
        rest.pulls.listReviewComments({ ...addressOf(ref), pull_number: number, per_page: 100 })
      ),
  }
}
