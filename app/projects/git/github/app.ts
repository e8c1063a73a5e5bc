import { App, Octokit, RequestError } from 'octokit'
import { z } from 'zod'
import { failureOf, unreachable } from '#projects/git/host_failures'
import { hostFetch } from '#projects/git/host_fetch'
import { shaped } from '#projects/git/host_shape'

/** A registered GitHub App and where its GitHub is. */
export interface GithubAppAccess {
  webUrl: string
  apiUrl: string
  reach: 'public_addresses' | 'any_address'
  appId: number
  privateKey: string
}

export interface Installation {
  id: number
  accountId: string
  accountLogin: string
  suspended: boolean
}

const host = 'GitHub'
const EARLY_MS = 5 * 60_000

const tokenShape = z.object({ token: z.string(), expires_at: z.string() })
const appShape = z.object({ slug: z.string() })
const installationShape = z
  .object({
    id: z.number(),
    account: z.object({ id: z.number(), login: z.string() }),
    suspended_at: z.string().nullish(),
  })
  .transform(
    ({ id, account, suspended_at }): Installation => ({
      id,
      accountId: String(account.id),
      accountLogin: account.login,
      suspended: suspended_at != null,
    })
  )

const tokens = new Map<string, { token: string; goodUntil: number }>()
const slugs = new Map<string, string>()

const octokitOf = ({ appId, privateKey, apiUrl, reach }: GithubAppAccess) =>
  new App({
    appId,
    privateKey,
    Octokit: Octokit.defaults({ baseUrl: apiUrl, request: { fetch: hostFetch({ reach }) } }),
  }).octokit

async function ask<T>(shape: z.ZodType<T>, call: () => Promise<{ data: unknown }>): Promise<T> {
  try {
    return shaped(host, shape, (await call()).data)
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    if (!error.response) throw unreachable(host)
    const { headers } = error.response
    throw failureOf(host, { status: error.status, headers, said: error.message })
  }
}

/** A token of an hour for the repositories that the installation was given; made anew shortly before it ends. */
export async function installationToken(access: GithubAppAccess, installationId: number): Promise<string> {
  const key = `${access.apiUrl} ${access.appId} ${installationId}`
  const known = tokens.get(key)
  if (known && known.goodUntil > Date.now()) return known.token
  const { token, expires_at: expires } = await ask(tokenShape, () =>
    octokitOf(access).rest.apps.createInstallationAccessToken({ installation_id: installationId })
  )
  tokens.set(key, { token, goodUntil: Date.parse(expires) - EARLY_MS })
  return token
}

/** For a token that was refused before its time: the installation may have been changed or suspended. */
export function forgetInstallationToken(access: GithubAppAccess, installationId: number) {
  tokens.delete(`${access.apiUrl} ${access.appId} ${installationId}`)
}

/** The app's name in addresses; its bot is called `<slug>[bot]`. */
export async function appSlug(access: GithubAppAccess): Promise<string> {
  const key = `${access.apiUrl} ${access.appId}`
  const known = slugs.get(key)
  if (known) return known
  const { slug } = await ask(appShape, () => octokitOf(access).rest.apps.getAuthenticated())
  slugs.set(key, slug)
  return slug
}

/** The installations of the app that the person of this token may use; nobody can name somebody else's. */
export async function installationsOf(
  { apiUrl, reach }: GithubAppAccess,
  userToken: string
): Promise<Installation[]> {
  const octokit = new Octokit({ auth: userToken, baseUrl: apiUrl, request: { fetch: hostFetch({ reach }) } })
  const shape = z.object({ installations: z.array(installationShape) })
  const { installations } = await ask(shape, () =>
    octokit.rest.apps.listInstallationsForAuthenticatedUser({ per_page: 100 })
  )
  return installations.filter(({ suspended }) => !suspended)
}
