import { z } from 'zod'
import type { GithubClient } from '#projects/git/github/client'
import { addressOf } from '#projects/git/github/repositories'
import { pullShape } from '#projects/git/github/shapes'
import type {
  ChangeRequest,
  ChangeRequestInput,
  GitHost,
  OpenedChangeRequest,
  RepositoryRef,
} from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'

type Part = Pick<GitHost, 'findOrOpenChangeRequest' | 'changeRequest' | 'updateChangeRequest'>

export function changeRequests(client: GithubClient): Part {
  const changeRequest = (ref: RepositoryRef, number: number) =>
    client.ask(pullShape, ({ rest }) => rest.pulls.get({ ...addressOf(ref), pull_number: number }))
  return {
    changeRequest,
    findOrOpenChangeRequest: (ref, input) => findOrOpen(client, ref, input),
    updateChangeRequest: async (ref, number, { draft, ...change }) => {
      const where = { ...addressOf(ref), pull_number: number }
      const updated = await client.ask(pullShape, ({ rest }) => rest.pulls.update({ ...where, ...change }))
      if (draft === undefined || draft === updated.draft) return updated
      await setDraft(client, where, draft)
      return changeRequest(ref, number)
    },
  }
}

async function findOrOpen(
  client: GithubClient,
  ref: RepositoryRef,
  input: ChangeRequestInput
): Promise<OpenedChangeRequest> {
  const there = await find(client, ref, input)
  if (there) return { ...there, created: false, refusedReviewers: [], refusedLabels: [] }
  const opened = await open(client, ref, input)
  if (!opened.created) return { ...opened.pull, created: false, refusedReviewers: [], refusedLabels: [] }
  const refusedLabels = await addLabels(client, ref, opened.pull.number, input.labels ?? [])
  const refusedReviewers = await askReviewers(client, ref, opened.pull, input.reviewers ?? [])
  const labels = (input.labels ?? []).filter((label) => !refusedLabels.includes(label))
  return { ...opened.pull, labels, created: true, refusedReviewers, refusedLabels }
}

async function find(client: GithubClient, ref: RepositoryRef, input: ChangeRequestInput) {
  const { owner, repo } = addressOf(ref)
  const [pull] = await client.ask(z.array(pullShape), ({ rest }) =>
    rest.pulls.list({
      owner,
      repo,
      state: 'open',
      head: `${owner}:${input.sourceBranch}`,
      base: input.targetBranch,
    })
  )
  // a name that GitHub does not understand as a filter lists everything
  return pull?.sourceBranch === input.sourceBranch ? pull : null
}

async function open(client: GithubClient, ref: RepositoryRef, input: ChangeRequestInput) {
  const { sourceBranch: head, targetBranch: base, title, body, draft } = input
  const create = (asDraft: boolean) =>
    client.ask(pullShape, ({ rest }) =>
      rest.pulls.create({ ...addressOf(ref), head, base, title, body, draft: asDraft })
    )
  try {
    return { pull: await create(draft ?? false), created: true }
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'invalid') throw error
    // another try of ours may have come first
    const there = await find(client, ref, input)
    if (there) return { pull: there, created: false }
    // private repositories of free plans have no drafts
    if (draft && /draft/i.test(error.message)) return { pull: await create(false), created: true }
    throw error
  }
}

/** Labels and reviewers are wishes: a change is not held back because of one. */
async function wish(error: unknown, refused: string[]): Promise<string[]> {
  if (error instanceof HostError && !error.passing && error.code !== 'unauthorized') return refused
  throw error
}

async function addLabels(client: GithubClient, ref: RepositoryRef, number: number, labels: string[]) {
  if (labels.length === 0) return []
  return client
    .send(({ rest }) => rest.issues.addLabels({ ...addressOf(ref), issue_number: number, labels }))
    .then(() => [])
    .catch((error) => wish(error, labels))
}

/** GitHub refuses all when it refuses one, so that they are asked one by one. */
async function askReviewers(
  client: GithubClient,
  ref: RepositoryRef,
  pull: ChangeRequest,
  reviewers: string[]
) {
  const refused: string[] = []
  for (const reviewer of new Set(reviewers)) {
    await client
      .send(({ rest }) =>
        rest.pulls.requestReviewers({ ...addressOf(ref), pull_number: pull.number, reviewers: [reviewer] })
      )
      .catch(async (error) => refused.push(...(await wish(error, [reviewer]))))
  }
  return refused
}

/** Only GitHub's GraphQL API can do this. */
async function setDraft(
  client: GithubClient,
  where: { owner: string; repo: string; pull_number: number },
  draft: boolean
) {
  const { node_id: id } = await client.ask(z.object({ node_id: z.string() }), ({ rest }) =>
    rest.pulls.get(where)
  )
  const mutation = draft ? 'convertPullRequestToDraft' : 'markPullRequestReadyForReview'
  await client.send((octokit) =>
    octokit.graphql(
      `mutation($id: ID!) { ${mutation}(input: { pullRequestId: $id }) { clientMutationId } }`,
      { id }
    )
  )
}
