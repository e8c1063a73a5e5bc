import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs'

interface PageHeaderProps {
  title: string
  /** One line under the title. */
  description?: ReactNode
  breadcrumbs?: readonly Crumb[]
  /** Status, badges: on the line of the title. */
  meta?: ReactNode
  /** Buttons, the main one last; they stick to the lower edge on a phone only where a page does so itself. */
  actions?: ReactNode
}

export function PageHeader({ title, description, breadcrumbs, meta, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 grid gap-2">
      {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 dir="auto" className="text-xl font-semibold text-balance wrap-anywhere">
              {title}
            </h1>
            {meta}
          </div>
          {description && <div className="prose-measure mt-1 text-muted">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  )
}
