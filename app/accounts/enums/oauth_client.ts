/** Programs of ours that may ask a person for access. All are public: they hold no secret, PKCE takes its place. */
export interface OauthClient {
  id: string
  name: string
  /** May start with the person's password at the token endpoint. */
  password: boolean
  /** Beyond loopback addresses, which each may use with any port (RFC 8252 §7.3). */
  redirectUris: readonly string[]
  /** It has registered itself, so its name is what it says of itself, and it keeps to its own loopback addresses. */
  registered?: boolean
}

const clients: readonly OauthClient[] = [
  { id: 'agentops-cli', name: 'AgentOps CLI', password: true, redirectUris: [] },
  { id: 'agentops-api', name: 'API client', password: true, redirectUris: [] },
  {
    id: 'agentops-ide',
    name: 'Editor plugin',
    password: false,
    redirectUris: ['vscode://agentops.agentops/callback', 'cursor://agentops.agentops/callback'],
  },
]

export const oauthClient = (id: string) => clients.find((client) => client.id === id) ?? null

const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\])(:\d{1,5})?\//

export function allowsRedirect(client: OauthClient, uri: string) {
  if (client.redirectUris.includes(uri)) return true
  if (client.registered) return client.redirectUris.some((known) => sameButPort(known, uri))
  return loopback.test(uri) && URL.canParse(uri) && !new URL(uri).hash && !new URL(uri).username
}

/** A program on this machine listens where there is room, so the port of a loopback address may differ (RFC 8252 §7.3). */
function sameButPort(known: string, uri: string) {
  if (!isLoopback(known) || !isLoopback(uri)) return false
  const [a, b] = [new URL(known), new URL(uri)]
  a.port = b.port
  return a.href === b.href
}

const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost']
const isLoopback = (uri: string) => {
  if (!URL.canParse(uri)) return false
  const { protocol, hostname } = new URL(uri)
  return protocol === 'http:' && loopbackHosts.includes(hostname)
}

/** Editors that are answered at an address of their own scheme. */
const editors = ['vscode:', 'vscode-insiders:', 'cursor:', 'windsurf:', 'zed:', 'jetbrains:']

/** Where a program that nobody here knows may be answered: on the person's machine, in an editor, or over TLS. */
export function mayBeAnsweredAt(uri: string) {
  if (!URL.canParse(uri)) return false
  const { protocol, username, password, hash } = new URL(uri)
  if (username || password || hash) return false
  return protocol === 'https:' || editors.includes(protocol) || isLoopback(uri)
}
