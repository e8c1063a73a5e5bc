import { randomBytes } from 'node:crypto'
import { forbidden, notFound, paged } from '#tests/support/github/replies'
import type { GithubStandIn } from '#tests/support/github/stand_in'

const unauthorized = {
  status: 401,
  body: { message: 'A JSON web token could not be decoded', status: '401' },
}

/** GitHub Apps: https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app */
export function appRoutes(github: GithubStandIn) {
  const { objects, server } = github
  server.on('GET', '/api/v3/app', (call) => {
    if (!github.isApp(call.headers.authorization)) return unauthorized
    const body = { ...github.example('integration'), id: github.app!.id, slug: github.app!.slug }
    return { status: 200, body }
  })

  server.on('POST', '/api/v3/app/installations/:id/access_tokens', (call) => {
    if (!github.isApp(call.headers.authorization)) return unauthorized
    const installation = github.installations.get(Number(call.params.id))
    if (!installation) return notFound
    if (installation.suspended) return forbidden('This installation has been suspended')
    const token = `ghs_${randomBytes(18).toString('hex')}`
    const expiresAt = Date.now() + 3_600_000
    github.installationTokens.set(token, { installation, expiresAt })
    const { repositories: _, ...base } = github.example('installation-token')
    return { status: 201, body: { ...base, token, expires_at: new Date(expiresAt).toISOString() } }
  })

  github.api('GET', '/user/installations', (call, { login }) => {
    const seen = [...github.installations.values()].filter(({ users }) => users.includes(login))
    return paged(call, seen, (page) => ({
      total_count: seen.length,
      installations: page.map((installation) => objects.installation(installation)),
    }))
  })

  github.api('GET', '/installation/repositories', (call, { installation }) => {
    if (!installation) return forbidden('You must authenticate with an installation access token')
    const seen = installation.repositories.map((path) => github.repositories.get(path)!).filter(Boolean)
    return paged(call, seen, (page) => ({
      total_count: seen.length,
      repositories: page.map((repository) =>
        objects.repository(repository, 'write', 'repository-items-default-response')
      ),
    }))
  })

  /** The page on which a person chooses where the app may go; here it goes where the test has said. */
  server.on('GET', '/apps/:slug/installations/new', () => ({
    status: 200,
    body: '<!doctype html><title>Install</title><h1>Install app</h1>',
    headers: { 'content-type': 'text/html; charset=utf-8' },
  }))
}
