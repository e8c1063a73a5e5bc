import type { Call, Reply } from '#tests/support/hosts/http_server'

export const notFound: Reply = {
  status: 404,
  body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
}

export const forbidden = (message: string): Reply => ({
  status: 403,
  body: { message, documentation_url: 'https://docs.github.com/rest', status: '403' },
})

export const invalid = (errors: (string | Record<string, string>)[]): Reply => ({
  status: 422,
  body: {
    message: 'Validation Failed',
    errors,
    documentation_url: 'https://docs.github.com/rest',
    status: '422',
  },
})

/** One page of a list, with the links to the others. */
export function paged<T>(call: Call, items: T[], wrap: (page: T[]) => unknown = (page) => page): Reply {
  const perPage = Math.min(100, Number(call.query.get('per_page') ?? 30))
  const page = Number(call.query.get('page') ?? 1)
  const last = Math.max(1, Math.ceil(items.length / perPage))
  const link = (to: number, rel: string) => {
    const query = new URLSearchParams(call.query)
    query.set('page', String(to))
    return `<http://${call.headers.host}${call.path}?${query}>; rel="${rel}"`
  }
  const links = page < last ? [link(page + 1, 'next'), link(last, 'last')] : []
  const body = wrap(items.slice((page - 1) * perPage, page * perPage))
  return { status: 200, body, headers: links.length ? { link: links.join(', ') } : {} }
}
