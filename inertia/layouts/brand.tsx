import { Link } from '@adonisjs/inertia/react'
import { cn } from '~/lib/cn'

/** A branch that leaves the line and comes back ticked. */
function Mark() {
  return (
    <svg viewBox="0 0 20 20" fill="none" aria-hidden="true" className="size-5 text-accent">
      <path d="M4.5 2.5v15" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      <path
        d="M4.5 6.5c0 3.2 1.8 4.6 4.4 4.9l1.9 2.6 5.4-7.5"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

export function Brand({ href, className }: { href: string; className?: string }) {
  return (
    <Link href={href} className={cn('inline-flex items-center gap-2 rounded-sm font-semibold', className)}>
      <Mark />
      AgentOps
    </Link>
  )
}
