import env from '#start/env'

export type SignInProvider = 'github' | 'gitlab'

export const providerNames: Record<SignInProvider, string> = { github: 'GitHub', gitlab: 'GitLab' }

export interface ProviderClient {
  provider: SignInProvider
  clientId: string
  clientSecret: string
  webUrl: string
  /** With `/api/v4` for GitLab. */
  apiUrl: string
}

const bare = (url: string) => url.replace(/\/+$/, '')

/** github.com and ghe.com have their API beside, a company's own server has it within. */
function githubApi(webUrl: string) {
  const { protocol, host } = new URL(webUrl)
  return host === 'github.com' || host.endsWith('.ghe.com') ? `${protocol}//api.${host}` : `${webUrl}/api/v3`
}

/** What the operator has registered at a service; null where people cannot sign in with it. */
export function providerClient(provider: SignInProvider): ProviderClient | null {
  const name = provider === 'github' ? 'GITHUB' : 'GITLAB'
  const clientId = env.get(`${name}_CLIENT_ID`)
  const clientSecret = env.get(`${name}_CLIENT_SECRET`)
  if (!clientId || !clientSecret) return null
  const webUrl = bare(env.get(`${name}_URL`) || `https://${provider}.com`)
  const given = env.get(`${name}_API_URL`)
  const standard = provider === 'github' ? githubApi(webUrl) : `${webUrl}/api/v4`
  const apiUrl = given ? bare(given) : standard
  const versioned = provider === 'gitlab' && !apiUrl.endsWith('/api/v4') ? `${apiUrl}/api/v4` : apiUrl
  return { provider, clientId, clientSecret, webUrl, apiUrl: versioned }
}

const all: readonly SignInProvider[] = ['github', 'gitlab']

/** Where else people can sign in. */
export const signInProviders = () => all.filter((provider) => providerClient(provider) !== null)
