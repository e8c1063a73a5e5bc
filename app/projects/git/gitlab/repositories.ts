import { z } from 'zod'
import type { GitlabClient } from '#projects/git/gitlab/client'
import { repositoryShape, rightOf, userShape } from '#projects/git/gitlab/shapes'
import type {
  GitHost,
  HostAccount,
  HostPage,
  PageRequest,
  RepositoryFacts,
  RepositoryRef,
} from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { shaped } from '#projects/git/host_shape'

type Part = Pick<GitHost, 'account' | 'listRepositories' | 'repository' | 'branchProtected' | 'rightsOf'>

/** By id where it is known: it survives renames and moves. */
export const addressOf = (ref: Partial<RepositoryRef> & { path: string }) => ref.id ?? ref.path

/** Options for one page of Gitbeaker's lists, with what says whether another follows. */
export const pageOf = ({ after, perPage }: PageRequest = {}) => ({
  page: Number(after ?? 1),
  perPage: Math.min(100, perPage ?? 100),
  maxPages: 1,
  showExpanded: true as const,
})

const pageShape = z.object({ data: z.unknown(), paginationInfo: z.object({ next: z.number().nullish() }) })

export function toPage<T>(client: GitlabClient, shape: z.ZodType<T>, answer: unknown): HostPage<T> {
  const { data, paginationInfo } = shaped(client.host, pageShape, answer)
  return {
    items: shaped(client.host, z.array(shape), data),
    next: paginationInfo.next ? String(paginationInfo.next) : null,
  }
}

export async function orMissing<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (error) {
    if (error instanceof HostError && error.code === 'not_found') return null
    throw error
  }
}

export function repositories(client: GitlabClient): Part {
  return {
    account: () => account(client),
    listRepositories: async (page) => {
      const answer = await client.send((api) =>
        api.Projects.all({
          ...pageOf(page),
          pagination: 'offset',
          membership: true,
          minAccessLevel: 20,
          orderBy: 'last_activity_at',
          sort: 'desc',
        })
      )
      const { items, next } = toPage(client, repositoryShape, answer)
      return { items: items.map(({ level: _, ...repository }) => repository), next }
    },
    repository: (ref) => facts(client, ref),
    branchProtected: async (ref, branch) => (await protectionOf(client, ref, branch)) ?? false,
    rightsOf: async (ref, { id }) => {
      const shape = z.object({ access_level: z.number(), state: z.string().nullish() })
      const member = await orMissing(
        client.ask(shape, (api) =>
          api.ProjectMembers.show(addressOf(ref), Number(id), { includeInherited: true })
        )
      )
      return member && (member.state ?? 'active') === 'active' ? rightOf(member.access_level) : 'none'
    },
  }
}

async function facts(
  client: GitlabClient,
  ref: Partial<RepositoryRef> & { path: string }
): Promise<RepositoryFacts> {
  const { level, ...repository } = await client.ask(repositoryShape, (api) =>
    api.Projects.show(addressOf(ref))
  )
  const branch = repository.defaultBranch
  const [languages, isProtected] = await Promise.all([
    orMissing(
      client.ask(z.record(z.string(), z.number()), (api) => api.Projects.showLanguages(repository.id))
    ),
    branch ? protectionOf(client, repository, branch) : null,
  ])
  const [language] = Object.entries(languages ?? {}).sort(([, one], [, other]) => other - one)[0] ?? [null]
  const canManageHooks = (level ?? 0) >= 40
  return { ...repository, language, defaultBranchProtected: isProtected ?? false, canManageHooks }
}

async function protectionOf(client: GitlabClient, ref: RepositoryRef, branch: string) {
  const shape = z.object({ protected: z.boolean() })
  const found = await orMissing(client.ask(shape, (api) => api.Branches.show(addressOf(ref), branch)))
  return found?.protected ?? null
}

const tokenShape = z.object({ scopes: z.array(z.string()), expires_at: z.string().nullish() })

async function account(client: GitlabClient): Promise<HostAccount> {
  const shape = z.intersection(userShape, z.object({ name: z.string().nullish() }))
  const user = await client.ask(shape, (api) => api.Users.showCurrentUser())
  const token = client.access.auth === 'token' ? await aboutToken(client) : null
  return {
    id: user.id,
    login: user.login,
    bot: user.bot,
    name: user.name ?? null,
    scopes: token?.scopes ?? null,
    // a token is good until the end of that day, in UTC
    tokenExpiresAt: token?.expires_at ? `${token.expires_at.slice(0, 10)}T00:00:00.000Z` : null,
  }
}

/** What kind of token it is decides whether it may read about itself. */
async function aboutToken(client: GitlabClient) {
  try {
    return await client.ask(tokenShape, (api) => api.PersonalAccessTokens.show())
  } catch (error) {
    if (error instanceof HostError && ['not_found', 'forbidden', 'invalid'].includes(error.code)) return null
    throw error
  }
}
