import { z } from 'zod'
import type { GitlabClient } from '#projects/git/gitlab/client'
import { addressOf } from '#projects/git/gitlab/repositories'
import { mergeRequestShape, userShape, withDraft } from '#projects/git/gitlab/shapes'
import type {
  ChangeRequest,
  ChangeRequestInput,
  GitHost,
  OpenedChangeRequest,
  RepositoryRef,
} from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'

type Part = Pick<GitHost, 'findOrOpenChangeRequest' | 'changeRequest' | 'updateChangeRequest'>

export function changeRequests(client: GitlabClient): Part {
  const changeRequest = (ref: RepositoryRef, number: number) =>
    client.ask(mergeRequestShape, (api) => api.MergeRequests.show(addressOf(ref), number))
  return {
    changeRequest,
    findOrOpenChangeRequest: (ref, input) => findOrOpen(client, ref, input),
    updateChangeRequest: async (ref, number, { title, body, draft, state }) => {
      const before = draft === undefined && title === undefined ? null : await changeRequest(ref, number)
      const titled = before && withDraft(title ?? before.title, draft ?? before.draft)
      return client.ask(mergeRequestShape, (api) =>
        api.MergeRequests.edit(addressOf(ref), number, {
          ...(titled ? { title: titled } : {}),
          ...(body === undefined ? {} : { description: body }),
          ...(state === undefined ? {} : { stateEvent: state === 'open' ? 'reopen' : 'close' }),
        })
      )
    },
  }
}

async function findOrOpen(
  client: GitlabClient,
  ref: RepositoryRef,
  input: ChangeRequestInput
): Promise<OpenedChangeRequest> {
  const there = await find(client, ref, input)
  if (there) return { ...there, created: false, refusedReviewers: [], refusedLabels: [] }
  const reviewers = await findUsers(client, input.reviewers ?? [])
  const opened = await open(client, ref, input, [...reviewers.ids.values()])
  if (!opened.created) return { ...opened.request, created: false, refusedReviewers: [], refusedLabels: [] }
  const wanted = input.labels ?? []
  const refusedLabels = wanted.filter((label) => !opened.request.labels.includes(label))
  return { ...opened.request, created: true, refusedReviewers: reviewers.unknown, refusedLabels }
}

async function find(
  client: GitlabClient,
  ref: RepositoryRef,
  input: ChangeRequestInput
): Promise<ChangeRequest | null> {
  const found = await client.ask(z.array(mergeRequestShape), (api) =>
    api.MergeRequests.all({
      projectId: addressOf(ref),
      state: 'opened',
      sourceBranch: input.sourceBranch,
      targetBranch: input.targetBranch,
      perPage: 1,
      maxPages: 1,
    })
  )
  return found[0] ?? null
}

async function open(
  client: GitlabClient,
  ref: RepositoryRef,
  input: ChangeRequestInput,
  reviewerIds: number[]
) {
  const create = () =>
    client.ask(mergeRequestShape, (api) =>
      api.MergeRequests.create(
        addressOf(ref),
        input.sourceBranch,
        input.targetBranch,
        withDraft(input.title, input.draft ?? false),
        {
          description: input.body,
          ...(input.labels?.length ? { labels: input.labels.join(',') } : {}),
          ...(reviewerIds.length ? { reviewerIds } : {}),
        }
      )
    )
  try {
    return { request: await create(), created: true }
  } catch (error) {
    if (!(error instanceof HostError) || (error.code !== 'conflict' && error.code !== 'invalid')) throw error
    // another try of ours may have come first
    const there = await find(client, ref, input)
    if (there) return { request: there, created: false }
    throw error
  }
}

/** GitLab wants numbers for people. */
async function findUsers(client: GitlabClient, logins: string[]) {
  const ids = new Map<string, number>()
  for (const login of new Set(logins)) {
    const [user] = await client.ask(z.array(userShape), (api) =>
      api.Users.all({ username: login, perPage: 1, maxPages: 1 })
    )
    if (user) ids.set(login, Number(user.id))
  }
  return { ids, unknown: logins.filter((login) => !ids.has(login)) }
}
