import { invalid, notFound, paged } from '#tests/support/github/replies'
import type { GithubStandIn } from '#tests/support/github/stand_in'
import type { GithubHook } from '#tests/support/github/state'

export function hookRoutes(github: GithubStandIn) {
  const { objects } = github
  const settings = (data: Record<string, unknown>) => ({
    active: (data.active as boolean) ?? true,
    events: (data.events as string[]) ?? ['push'],
    config: { insecure_ssl: '0', content_type: 'form', ...(data.config as object) } as GithubHook['config'],
  })

  github.onRepository('GET', '/hooks', 'admin', (repository, call) =>
    paged(call, repository.hooks, (page) => page.map((hook) => objects.hook(repository, hook)))
  )

  github.onRepository('POST', '/hooks', 'admin', (repository, call) => {
    const hook = { id: github.nextId(), ...settings(call.data) }
    if (repository.hooks.some(({ config }) => config.url === hook.config.url)) {
      return invalid([
        { resource: 'Hook', code: 'custom', message: 'Hook already exists on this repository' },
      ])
    }
    repository.hooks.push(hook)
    const shown = objects.hook(repository, hook)
    github.announce(repository, 'ping', { zen: 'Design for failure.', hook_id: hook.id, hook: shown })
    return { status: 201, body: shown }
  })

  github.onRepository('PATCH', '/hooks/:hook', 'admin', (repository, call) => {
    const hook = repository.hooks.find(({ id }) => id === Number(call.params.hook))
    if (!hook) return notFound
    Object.assign(hook, settings({ ...hook, ...call.data }))
    return { status: 200, body: objects.hook(repository, hook) }
  })

  github.onRepository('DELETE', '/hooks/:hook', 'admin', (repository, call) => {
    const at = repository.hooks.findIndex(({ id }) => id === Number(call.params.hook))
    if (at < 0) return notFound
    repository.hooks.splice(at, 1)
    return { status: 204 }
  })
}
