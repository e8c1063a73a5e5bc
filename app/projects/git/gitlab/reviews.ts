import { z } from 'zod'
import type { GitlabClient } from '#projects/git/gitlab/client'
import { addressOf } from '#projects/git/gitlab/repositories'
import { userShape } from '#projects/git/gitlab/shapes'
import type { CodePlace, GitHost, ReviewComment } from '#projects/git/host_contract'

type Part = Pick<GitHost, 'reviewComments'>

/** A place of the code as notes name it; undefined for a note that is beside none. */
export const placeShape = z
  .object({
    new_path: z.string().nullish(),
    old_path: z.string().nullish(),
    new_line: z.number().nullish(),
  })
  .nullish()
  .transform((position): CodePlace | undefined => {
    const path = position?.new_path ?? position?.old_path
    return path ? { path, line: position?.new_line ?? null } : undefined
  })

const noteShape = z.object({
  id: z.number().transform(String),
  body: z.string(),
  author: userShape,
  system: z.boolean().nullish(),
  resolved: z.boolean().nullish(),
  created_at: z.string(),
  position: placeShape,
})

function asReview({
  system,
  position: place,
  resolved,
  created_at: createdAt,
  ...note
}: z.infer<typeof noteShape>): ReviewComment[] {
  return place && !system ? [{ ...note, place, resolved: resolved ?? false, createdAt }] : []
}

const discussionShape = z
  .object({ notes: z.array(noteShape) })
  .transform(({ notes }): ReviewComment[] => notes.flatMap(asReview))

export function reviews(client: GitlabClient): Part {
  return {
    reviewComments: async (ref, number) => {
      const discussions = await client.ask(z.array(discussionShape), (api) =>
        api.MergeRequestDiscussions.all(addressOf(ref), number, { perPage: 100, maxPages: 1 })
      )
      return discussions.flat()
    },
  }
}
