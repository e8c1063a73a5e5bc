import type { HostKind } from '#projects/git/host_contract'
import { remoteRules } from '#projects/services/remote_rules'
import { err, ok, type Result } from '#shared/result'
import env from '#start/env'

/** A host that connections may be made to. */
export interface HostAddress {
  kind: HostKind
  webUrl: string
  apiUrl: string
  reach: 'public_addresses' | 'any_address'
}

export interface OauthClient {
  clientId: string
  clientSecret: string
}

export interface GithubAppKey {
  appId: number
  privateKey: string
}

const defaults: Record<HostKind, string> = { github: 'https://github.com', gitlab: 'https://gitlab.com' }
export const hostNames: Record<HostKind, string> = { github: 'GitHub', gitlab: 'GitLab' }

const bare = (url: string) => url.replace(/\/+$/, '')

/** Where the API of a host is: github.com and ghe.com have it beside, a company's own server within itself. */
function apiOf(kind: HostKind, webUrl: string): string {
  if (kind === 'gitlab') return webUrl
  const { protocol, host } = new URL(webUrl)
  const beside = host === 'github.com' || host.endsWith('.ghe.com')
  return beside ? `${protocol}//api.${host}` : `${webUrl}/api/v3`
}

/** The host that the operator's settings name, or the vendor's own. */
export function ownHost(kind: HostKind): HostAddress {
  const webUrl = bare(env.get(kind === 'github' ? 'GITHUB_URL' : 'GITLAB_URL') ?? defaults[kind])
  const given =
    kind === 'github' ? env.get('GITHUB_API_URL') : env.get('GITLAB_API_URL')?.replace(/\/api\/v4\/?$/, '')
  return { kind, webUrl, apiUrl: bare(given ?? apiOf(kind, webUrl)), reach: 'any_address' }
}

/**
 * The address of a host as a person typed it, judged as a repository's address is: where many teams share an
 * installation, only the open internet and only https.
 */
export function hostAt(kind: HostKind, text: string | null | undefined): Result<HostAddress, string> {
  const own = ownHost(kind)
  const typed = bare(text?.trim() ?? '')
  if (typed === '' || typed === own.webUrl) return ok(own)
  const example = kind === 'github' ? 'https://github.example.com' : 'https://gitlab.example.com'
  const address = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(address)) return err(`The address could not be read. Write it like ${example}.`)
  const url = new URL(address)
  const rules = remoteRules()
  const name = url.hostname.replace(/^\[|\]$/g, '')
  const plain =
    url.protocol === 'http:' && rules.allowHttpLoopback && /^(localhost|127\.[\d.]+|::1)$/.test(name)
  if (url.protocol !== 'https:' && !plain)
    return err(`Only https is used for tokens. Write it like ${example}.`)
  if (url.username || url.password || url.search || url.hash) {
    return err(`Write only the address of the server, like ${example}.`)
  }
  const reach = rules.allowHost?.(name.toLowerCase()) ?? 'public_addresses'
  if (reach === 'refuse') return err(`${name} is in a private network, which is not allowed here.`)
  const webUrl = bare(`${url.origin}${url.pathname}`)
  return ok({ kind, webUrl, apiUrl: apiOf(kind, webUrl), reach })
}

/** The stored address of a connection, judged anew: what an installation allows may have changed. */
export function storedHost(kind: HostKind, webUrl: string, apiUrl: string): HostAddress {
  const own = ownHost(kind)
  if (own.webUrl === webUrl) return own
  const found = hostAt(kind, webUrl)
  return { kind, webUrl, apiUrl, reach: found.ok ? found.value.reach : 'public_addresses' }
}

/** What the operator registered at the host; null when nothing was, and then people connect with tokens. */
export function oauthClient(kind: HostKind): OauthClient | null {
  const names = kind === 'github' ? 'GITHUB' : 'GITLAB'
  const clientId = env.get(`${names}_CLIENT_ID`)
  const clientSecret = env.get(`${names}_CLIENT_SECRET`)
  return clientId && clientSecret ? { clientId, clientSecret } : null
}

/** The GitHub App, where one is registered: then GITHUB_CLIENT_ID and _SECRET are the app's own. */
export function githubApp(): GithubAppKey | null {
  const appId = env.get('GITHUB_APP_ID')
  const privateKey = env.get('GITHUB_APP_PRIVATE_KEY')
  return appId && privateKey ? { appId, privateKey } : null
}

/** What hosts sign deliveries with that are not for one project's webhook: those of an app, group or system hook. */
export function sharedWebhookSecret(kind: HostKind): string | null {
  return env.get(kind === 'github' ? 'GITHUB_WEBHOOK_SECRET' : 'GITLAB_WEBHOOK_SECRET') ?? null
}
