import { Button } from '~/components/button'
import type { Go } from '../address'

interface PagesProps {
  page: number
  perPage: number
  total: number
  go: Go
}

export const PER_PAGE = 50

export function Pages({ page, perPage, total, go }: PagesProps) {
  const last = Math.max(1, Math.ceil(total / perPage))
  if (last === 1) return null
  return (
    <nav aria-label="Pages" className="mt-3 flex items-center gap-2">
      <Button size="sm" disabled={page <= 1} onClick={() => go({ page: page - 1 })}>
        Before
      </Button>
      <span className="tabular text-sm text-muted">
        Page {page} of {last}
      </span>
      <Button size="sm" disabled={page >= last} onClick={() => go({ page: page + 1 })}>
        Next
      </Button>
    </nav>
  )
}
