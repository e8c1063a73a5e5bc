import { Head } from '@inertiajs/react'
import type { ReactNode } from 'react'

interface LegalTextProps {
  title: string
  version: string
  contact: string | null
  children: ReactNode
}

/** A text that people are asked to read: a column of prose, its version above, whom to ask below. */
export function LegalText({ title, version, contact, children }: LegalTextProps) {
  return (
    <article className="prose-measure pt-10 pb-4">
      <Head title={title} />
      <h1 className="text-2xl font-semibold">{title}</h1>
      <p className="tabular mt-1 text-sm text-muted">Version {version}</p>
      <div className="mt-6 grid gap-6">{children}</div>
      <p className="mt-8 border-t pt-4 text-muted wrap-anywhere">
        {contact ? `Questions: ${contact}.` : 'Questions: ask whoever runs this installation for you.'}
      </p>
    </article>
  )
}

export function Clause({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-lg font-semibold">{title}</h2>
      <div className="mt-1.5 grid gap-2 text-pretty text-muted">{children}</div>
    </section>
  )
}
