import { Link } from '@adonisjs/inertia/react'
import { ChevronRight } from 'lucide-react'

export interface Crumb {
  label: string
  /** Left out for the page one is on. */
  href?: string
}

export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="flex flex-wrap items-center gap-1 text-sm text-muted">
        {items.map((item, index) => (
          <li key={`${index}-${item.label}`} className="flex min-w-0 items-center gap-1">
            {index > 0 && <ChevronRight aria-hidden="true" className="size-3.5 shrink-0" />}
            {item.href ? (
              <Link
                href={item.href}
                dir="auto"
                title={item.label}
                className="max-w-56 truncate rounded-sm hover:text-text hover:underline"
              >
                {item.label}
              </Link>
            ) : (
              <span aria-current="page" dir="auto" title={item.label} className="max-w-56 truncate">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
