import type { ReactNode } from 'react'
import { TEXT_LINK } from '~/components/text_link_class'

/** A full load in another tab: the text may be a page of the operator's, and a form that is half filled in stays. */
export function LegalLink({ to, children }: { to: 'terms' | 'privacy'; children: ReactNode }) {
  return (
    <a href={`/${to}`} target="_blank" rel="noreferrer" className={TEXT_LINK}>
      {children}
    </a>
  )
}
