import type { HttpContext } from '@adonisjs/core/http'

/** Whether a request is for a program: no theme, no files, no page props to prepare, and problems as JSON. */
export function isApiRequest({ request }: HttpContext) {
  const url = request.url()
  return url.startsWith('/api/') || url === '/mcp'
}
