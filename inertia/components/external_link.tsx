import { ExternalLink as Icon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'
import { TEXT_LINK } from './text_link_class'

interface ExternalLinkProps {
  href: string
  children: ReactNode
  className?: string
}

/** A link to another site: opens in a new tab and says so. */
export function ExternalLink({ href, children, className }: ExternalLinkProps) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={cn(TEXT_LINK, className)}>
      {children}
      <Icon aria-hidden="true" className="ml-1 inline size-3 align-[-0.05em]" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}
