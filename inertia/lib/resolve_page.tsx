import { resolvePageComponent } from '@adonisjs/inertia/helpers'
import type { ResolvedComponent } from '@inertiajs/react'
import type { ComponentType, ReactElement, ReactNode } from 'react'

type Layout = ComponentType<{ children: ReactNode }>

/*
 * Layouts are fetched beside the page, not with the entry: the shell of the application, with its menus and
 * sheets, would otherwise be paid for on the landing and sign-in pages.
 */
const LAYOUTS = {
  app: () => import('~/layouts/app_layout'),
  auth: () => import('~/layouts/auth_layout'),
  public: () => import('~/layouts/public_layout'),
  settings: () => import('~/layouts/settings_layout'),
  admin: () => import('~/layouts/admin_layout'),
} satisfies Record<string, () => Promise<{ default: Layout }>>

/** The layout is chosen once, by the page's name; a page never wraps itself. */
function loadLayout(name: string) {
  if (name.startsWith('auth/')) return LAYOUTS.auth()
  if (['home', 'billing/pricing'].includes(name) || /^(errors|dev|legal)\//.test(name))
    return LAYOUTS.public()
  if (name.startsWith('settings/') || name.startsWith('billing/')) return LAYOUTS.settings()
  if (name.startsWith('admin/')) return LAYOUTS.admin()
  return LAYOUTS.app()
}

/** The page of that name, in its layout. Inertia keeps the layout mounted from page to page. */
export async function resolvePage(name: string) {
  const pages = {
    ...import.meta.glob<{ default: ResolvedComponent }>(['../pages/**/*.tsx', '!../pages/dev/ui.tsx']),
    ...(import.meta.env.DEV && import.meta.glob<{ default: ResolvedComponent }>('../pages/dev/ui.tsx')),
  }
  const [page, { default: Layout }] = await Promise.all([
    resolvePageComponent(`../pages/${name}.tsx`, pages),
    loadLayout(name),
  ])
  page.default.layout ??= (children: ReactElement) => <Layout>{children}</Layout>
  return page.default
}
