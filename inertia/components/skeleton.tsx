import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'

/** One bar in the place of one thing; give it the size of that thing. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn('block h-4 animate-pulse rounded-sm bg-raised', className)} />
}

const LINE_WIDTHS = ['w-11/12', 'w-full', 'w-4/5', 'w-2/3']

export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <div className="grid gap-2">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={LINE_WIDTHS[line % LINE_WIDTHS.length]} />
      ))}
    </div>
  )
}

export function SkeletonRows({ rows = 5 }: { rows?: number }) {
  return (
    <div>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-10 items-center gap-4 border-b px-3 last:border-b-0">
          <Skeleton className={LINE_WIDTHS[row % LINE_WIDTHS.length]} />
          <Skeleton className="w-16 shrink-0" />
          <Skeleton className="w-20 shrink-0 max-sm:hidden" />
        </div>
      ))}
    </div>
  )
}

/** Around the skeletons of one region: says once, in words, that it is loading. */
export function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {children}
    </div>
  )
}
