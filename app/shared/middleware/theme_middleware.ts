import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isApiRequest } from '#shared/api/api_request'

const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

/** What the browser has remembered in a cookie of its own, unsigned; anything else is `system`. */
export function themeOf({ request }: HttpContext): Theme {
  const wanted = request.plainCookie('theme', undefined, false)
  return themes.find((theme) => theme === wanted) ?? 'system'
}

/** The first paint is in the right colours because the page's root carries them already. */
export default class ThemeMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    if (isApiRequest(ctx)) return next()
    ctx.view.share({ theme: () => themeOf(ctx) })
    return next()
  }
}
