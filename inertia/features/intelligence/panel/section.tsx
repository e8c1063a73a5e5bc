import type { ReactNode } from 'react'

interface SectionProps {
  title: string
  /** How many there are. */
  figure?: ReactNode
  children: ReactNode
}

export function Section({ title, figure, children }: SectionProps) {
  return (
    <section>
      <h3 className="mb-1 flex items-baseline gap-2 text-sm font-medium">
        {title}
        {figure !== undefined && <span className="tabular font-normal text-muted">{figure}</span>}
      </h3>
      {children}
    </section>
  )
}
