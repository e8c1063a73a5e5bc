// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'
import { CopyButton } from './copy_button'

/** A name from code inside a sentence. */
export function Code({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <code
      dir="ltr"
      className={cn('rounded-sm bg-raised px-1 py-0.5 font-mono text-[0.92em] wrap-anywhere', className)}
    >
      {children}
    </code>
  )
}

interface CodeBlockProps {
  children: string
  /** What it is, read out: "Install command". */
  label: string
  /** Something to run: one line, with the prompt drawn but not copied. */
  command?: boolean
  copyable?: boolean
  className?: string
}

export function CodeBlock({ children, label, command = false, copyable = true, className }: CodeBlockProps) {
  return (
    <div dir="ltr" className={cn('flex min-w-0 items-start rounded-lg border bg-surface', className)}>
      <section
        aria-label={label}
        tabIndex={0}
        className="min-w-0 flex-1 overflow-x-auto rounded-lg -outline-offset-2"
      >
        <pre className="w-max p-3 font-mono text-sm leading-5">
          {command && (
            <span aria-hidden="true" className="text-muted select-none">
              ${' '}
            </span>
          )}
          <code>{children}</code>
        </pre>
      </section>
      {copyable && (
        <span className="m-2 shrink-0">
          <CopyButton text={children} label={`Copy ${label.toLowerCase()}`} />
        </span>
      )}
    </div>
  )
}
