import type { HttpContext } from '@adonisjs/core/http'

/** Whether a request is for the API, which has no pages: no theme, no files, no page props to prepare. */
export const isApiRequest = ({ request }: HttpContext) => request.url().startsWith('/api/')
