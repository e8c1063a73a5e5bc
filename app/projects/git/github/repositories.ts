import { z } from 'zod'
import type { GithubClient } from '#projects/git/github/client'
import { repositoryFactsShape, repositoryShape, userShape } from '#projects/git/github/shapes'
import type {
  GitHost,
  HostAccount,
  HostPage,
  HostRepository,
  HostRight,
  PageRequest,
} from '#projects/git/host_contract'
import { hostRights } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { shaped } from '#projects/git/host_shape'

type Part = Pick<GitHost, 'account' | 'listRepositories' | 'repository' | 'branchProtected' | 'rightsOf'>

/** GitHub addresses repositories by name and follows renames by itself. */
export function addressOf({ path }: { path: string }) {
  const [owner = '', repo = ''] = path.split('/')
  return { owner, repo }
}

/** The number of the next page, from the `link` header. */
const nextOf = (link: unknown) =>
  /<[^>]*[?&]page=(\d+)[^>]*>;\s*rel="next"/.exec(String(link ?? ''))?.[1] ?? null

export const pageOf = ({ after, perPage }: PageRequest = {}) => ({
  page: Number(after ?? 1),
  per_page: Math.min(100, perPage ?? 100),
})

export function toPage<T>(
  client: GithubClient,
  shape: z.ZodType<T>,
  answer: { data: unknown; headers: { link?: string } }
): HostPage<T> {
  return { items: shaped(client.host, z.array(shape), answer.data), next: nextOf(answer.headers.link) }
}

const accountShape = z.intersection(userShape, z.object({ name: z.string().nullish() }))
const installationPage = z.object({ repositories: z.array(repositoryShape) })
const permissionShape = z.object({ permission: z.string(), role_name: z.string().optional() })
const isRight = (word: string): word is HostRight => (hostRights as readonly string[]).includes(word)

export function repositories(client: GithubClient): Part {
  return {
    account: () => account(client),
    listRepositories: (page) => list(client, page),
    repository: async (ref) => {
      const facts = await client.ask(repositoryFactsShape, ({ rest }) => rest.repos.get(addressOf(ref)))
      const branch = facts.defaultBranch
      const defaultBranchProtected = branch ? await isProtected(client, facts, branch) : false
      return { ...facts, defaultBranchProtected }
    },
    branchProtected: (ref, branch) => isProtected(client, ref, branch),
    rightsOf: async (ref, { login }) => {
      try {
        const found = await client.ask(permissionShape, ({ rest }) =>
          rest.repos.getCollaboratorPermissionLevel({ ...addressOf(ref), username: login })
        )
        // `role_name` tells maintain from write; a role that an organisation made itself is known by its base alone
        const named = found.role_name ?? ''
        return isRight(named) ? named : isRight(found.permission) ? found.permission : 'none'
      } catch (error) {
        if (error instanceof HostError && error.code === 'not_found') return 'none'
        throw error
      }
    },
  }
}

async function account(client: GithubClient): Promise<HostAccount> {
  const { auth, ownLogin } = client.access
  if (auth === 'app') {
    // an installation is nobody: that it may list is the sign of life
    await list(client, { perPage: 1 })
    return {
      id: '0',
      login: (await ownLogin?.()) ?? '',
      bot: true,
      name: null,
      scopes: null,
      tokenExpiresAt: null,
    }
  }
  const answer = await client.send(({ rest }) => rest.users.getAuthenticated())
  const user = shaped(client.host, accountShape, answer.data)
  const scopes = answer.headers['x-oauth-scopes']
  const expires = answer.headers['github-authentication-token-expiration']
  return {
    id: user.id,
    login: user.login,
    bot: user.bot,
    name: user.name ?? null,
    scopes: typeof scopes === 'string' ? scopes.split(/,\s*/).filter(Boolean) : null,
    tokenExpiresAt: asTime(expires),
  }
}

/** GitHub writes `2026-12-01 09:00:00 UTC`. */
function asTime(value: unknown): string | null {
  const time = Date.parse(
    String(value ?? '')
      .replace(' UTC', 'Z')
      .replace(' ', 'T')
  )
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

async function list(client: GithubClient, page?: PageRequest): Promise<HostPage<HostRepository>> {
  if (client.access.auth !== 'app') {
    const answer = await client.send(({ rest }) =>
      rest.repos.listForAuthenticatedUser({ ...pageOf(page), sort: 'pushed' })
    )
    return toPage(client, repositoryShape, answer)
  }
  const answer = await client.send(({ rest }) => rest.apps.listReposAccessibleToInstallation(pageOf(page)))
  // the client unwraps nothing here: GitHub puts this one list into an object
  const { repositories: items } = shaped(client.host, installationPage, answer.data)
  return { items, next: nextOf(answer.headers.link) }
}

/** An answer of "not found" is a branch that is not there yet, which nothing guards. */
async function isProtected(client: GithubClient, ref: { path: string }, branch: string) {
  try {
    const shape = z.object({ protected: z.boolean() })
    const found = await client.ask(shape, ({ rest }) => rest.repos.getBranch({ ...addressOf(ref), branch }))
    return found.protected
  } catch (error) {
    if (error instanceof HostError && error.code === 'not_found') return false
    throw error
  }
}
