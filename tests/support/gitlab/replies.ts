import type { Call, Reply } from '#tests/support/hosts/http_server'

export function paged<T>(call: Call, items: T[], show: (item: T) => unknown): Reply {
  const perPage = Math.min(100, Number(call.query.get('per_page') ?? 20))
  const page = Number(call.query.get('page') ?? 1)
  const pages = Math.max(1, Math.ceil(items.length / perPage))
  const next = page < pages ? String(page + 1) : ''
  const query = new URLSearchParams(call.query)
  query.set('page', next)
  const link = `<http://${call.headers.host}${call.path}?${query}>; rel="next"`
  return {
    status: 200,
    body: items.slice((page - 1) * perPage, page * perPage).map(show),
    headers: {
      'x-page': String(page),
      'x-per-page': String(perPage),
      'x-next-page': next,
      'x-prev-page': page > 1 ? String(page - 1) : '',
      'x-total': String(items.length),
      'x-total-pages': String(pages),
      ...(next ? { link } : {}),
    },
  }
}

export const missing = (what = '404 Not found'): Reply => ({ status: 404, body: { message: what } })
