import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { LinkButton } from './link_button'

interface PaginationProps {
  page: number
  perPage: number
  /** Rows in all. */
  total: number
  /** What is counted, in the plural: "workflows". */
  noun: string
  /** The address of a page, with the filters kept. */
  hrefFor: (page: number) => string
}

const count = new Intl.NumberFormat('en-US')

export function Pagination({ page, perPage, total, noun, hrefFor }: PaginationProps) {
  if (total === 0) return null
  const lastPage = Math.ceil(total / perPage)
  const first = (page - 1) * perPage + 1
  const last = Math.min(page * perPage, total)
  return (
    <nav aria-label={`Pages of ${noun}`} className="flex flex-wrap items-center justify-between gap-3 py-3">
      <p className="tabular text-sm text-muted">
        {count.format(first)}–{count.format(last)} of {count.format(total)} {noun}
      </p>
      {lastPage > 1 && (
        <div className="flex items-center gap-2">
          <Turn href={page > 1 ? hrefFor(page - 1) : null}>
            <ChevronLeft aria-hidden="true" />
            Previous
          </Turn>
          <span className="tabular text-sm text-muted">
            Page {count.format(page)} of {count.format(lastPage)}
          </span>
          <Turn href={page < lastPage ? hrefFor(page + 1) : null}>
            Next
            <ChevronRight aria-hidden="true" />
          </Turn>
        </div>
      )}
    </nav>
  )
}

function Turn({ href, children }: { href: string | null; children: ReactNode }) {
  if (href === null) {
    return (
      <Button size="sm" disabled>
        {children}
      </Button>
    )
  }
  return (
    <LinkButton size="sm" href={href}>
      {children}
    </LinkButton>
  )
}
