import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'
import { Code } from './code'
import { CopyButton } from './copy_button'

interface ErrorPanelProps {
  /** What happened, as a sentence. */
  what: string
  why?: ReactNode
  /** What the reader can do about it. */
  todo?: ReactNode
  /** What support can find it by. */
  id?: string | undefined
  idLabel?: string
  actions?: ReactNode
  /** Where it is all there is on the page, its heading is the page's. */
  wholePage?: boolean
  className?: string
}

export function ErrorPanel({
  what,
  why,
  todo,
  id,
  idLabel = 'Error id',
  actions,
  wholePage = false,
  className,
}: ErrorPanelProps) {
  const Heading = wholePage ? 'h1' : 'h2'
  return (
    <section
      role="alert"
      className={cn('flex gap-3 rounded-lg border border-bad/40 bg-surface p-4', className)}
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-bad" />
      <div className="min-w-0 flex-1">
        <Heading className="text-lg leading-6 font-semibold wrap-anywhere">{what}</Heading>
        {why && <div className="mt-1 wrap-anywhere text-muted">{why}</div>}
        {todo && <div className="mt-2 wrap-anywhere">{todo}</div>}
        {id && (
          <p className="mt-3 flex flex-wrap items-center gap-1.5 text-sm text-muted">
            {idLabel} <Code>{id}</Code>
            <CopyButton text={id} label={`Copy ${idLabel.toLowerCase()}`} />
          </p>
        )}
        {actions && <div className="mt-4 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </section>
  )
}
