import { Link } from '@adonisjs/inertia/react'
import { usePage } from '@inertiajs/react'
import { cn } from '~/lib/cn'

const PLACES = [
  { label: 'Plan', href: '/billing' },
  { label: 'Usage', href: '/billing/usage' },
  { label: 'Invoices', href: '/billing/invoices' },
]

export function BillingNav() {
  const path = usePage().url.split('?')[0] ?? ''
  return (
    <nav aria-label="Billing" className="mb-6 flex gap-1 overflow-x-auto border-b">
      {PLACES.map(({ label, href }) => {
        const here = path === href
        return (
          <Link
            key={href}
            href={href}
            aria-current={here ? 'page' : undefined}
            className={cn(
              '-mb-px border-b-2 px-3 py-2 font-medium whitespace-nowrap',
              here ? 'border-accent text-text' : 'border-transparent text-muted hover:text-text'
            )}
          >
            {label}
          </Link>
        )
      })}
    </nav>
  )
}
