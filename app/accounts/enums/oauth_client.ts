/** Programs of ours that may ask a person for access. All are public: they hold no secret, PKCE takes its place. */
export interface OauthClient {
  id: string
  name: string
  /** May start with the person's password at the token endpoint. */
  password: boolean
  /** Beyond loopback addresses, which each may use with any port (RFC 8252 §7.3). */
  redirectUris: readonly string[]
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
  return loopback.test(uri) && URL.canParse(uri) && !new URL(uri).hash && !new URL(uri).username
}
