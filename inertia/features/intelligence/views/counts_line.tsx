import type { ReactNode } from 'react'
import { count } from '../kinds'

interface CountsLineProps {
  children: ReactNode
  /** What could not be told; an answer without this number cannot be trusted. */
  unresolved: number
  /** What each of them may mean for the answer. */
  meaning: string
}

/** How much of an answer is known, under its heading. */
export function CountsLine({ children, unresolved, meaning }: CountsLineProps) {
  return (
    <p role="status" className="tabular mb-3 text-sm text-muted">
      {children}{' '}
      {unresolved === 0
        ? 'Nothing was left unresolved.'
        : `${count(unresolved, 'reference')} could not be resolved: ${meaning}.`}
    </p>
  )
}
