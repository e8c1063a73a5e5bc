import type { ReactNode } from 'react'
import { THEMES } from '~/lib/theme'

interface SpecimenProps {
  title: string
  note?: string
  children: ReactNode
}

/** One primitive in all its states, in both themes beside each other. */
export function Specimen({ title, note, children }: SpecimenProps) {
  return (
    <section className="border-b py-6 last:border-b-0">
      <h2 className="text-lg font-semibold">{title}</h2>
      {note && <p className="prose-measure text-sm text-muted">{note}</p>}
      <div className="mt-3 grid gap-3 lg:grid-cols-2">
        {THEMES.filter((theme) => theme !== 'system').map((theme) => (
          <div
            key={theme}
            data-theme={theme}
            className="flex min-w-0 flex-wrap content-start items-start gap-3 rounded-lg border bg-bg p-4 text-text"
          >
            {children}
          </div>
        ))}
      </div>
    </section>
  )
}
