import { Link } from '@adonisjs/inertia/react'
import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'
import { TEXT_LINK } from './text_link_class'

interface TextLinkProps {
  href: string
  children: ReactNode
  className?: string
}

/** A link inside a sentence, to a page of this application. */
export function TextLink({ href, children, className }: TextLinkProps) {
  return (
    <Link href={href} className={cn(TEXT_LINK, className)}>
      {children}
    </Link>
  )
}
