import { Link } from '@adonisjs/inertia/react'
import { usePage } from '@inertiajs/react'
import type { ReactNode } from 'react'
import { useCurrentInView } from '~/hooks/use_current_in_view'
import { cn } from '~/lib/cn'
import AppLayout from './app_layout'

const ENTRIES = [
  { label: 'Users', href: '/admin' },
  { label: 'Teams', href: '/admin/teams' },
  { label: 'Connections', href: '/admin/connections' },
  { label: 'Queue', href: '/admin/queue' },
  { label: 'Stripe', href: '/admin/stripe' },
  { label: 'Flags', href: '/admin/flags' },
  { label: 'Operators’ acts', href: '/admin/audit' },
]

/** The shell with the places of those who operate the installation. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  const path = usePage().url.split('?')[0] ?? ''
  const list = useCurrentInView(path)
  return (
    <AppLayout>
      <nav
        ref={list}
        aria-label="Administration"
        className="-mx-4 mb-5 overflow-x-auto border-b px-4 sm:-mx-6 sm:px-6 lg:-mx-8 lg:px-8"
      >
        <ul className="flex gap-1">
          {ENTRIES.map(({ label, href }) => (
            <li key={href}>
              <Link
                href={href}
                aria-current={path === href ? 'page' : undefined}
                className={cn(
                  '-mb-px flex h-10 items-center border-b-2 px-2.5 whitespace-nowrap transition-colors pointer-coarse:h-11',
                  path === href
                    ? 'border-accent font-medium text-text'
                    : 'border-transparent text-muted hover:text-text'
                )}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </AppLayout>
  )
}
