import env from '#start/env'

export type SignInProvider = 'github' | 'gitlab'

/** Where else people can sign in: those for which the operator has given a client. */
export function signInProviders(): SignInProvider[] {
  const configured: SignInProvider[] = []
  if (env.get('GITHUB_CLIENT_ID') && env.get('GITHUB_CLIENT_SECRET')) configured.push('github')
  if (env.get('GITLAB_CLIENT_ID') && env.get('GITLAB_CLIENT_SECRET')) configured.push('gitlab')
  return configured
}
