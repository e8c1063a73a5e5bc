import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '~/components/badge'
import { Duration } from '~/components/duration'
import { Money } from '~/components/money'
import type { Tone } from '~/lib/tone'
import type { Plan } from '../server_types'
import { methodWords } from './method'

const CHANGE: Record<Plan['files'][number]['change'], { label: string; tone: Tone }> = {
  create: { label: 'Create', tone: 'ok' },
  edit: { label: 'Edit', tone: 'info' },
  move: { label: 'Move', tone: 'run' },
  delete: { label: 'Delete', tone: 'bad' },
}

export function PlanView({ plan }: { plan: Plan }) {
  const { estimate } = plan
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <p className="prose-measure text-lg wrap-anywhere">{plan.summary}</p>
        <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted">
          <span>{methodWords(plan.method)}</span>
          <span>
            Estimate:{' '}
            {estimate.costMicros === null ? (
              'cost not known'
            ) : (
              <Money microDollars={estimate.costMicros} className="text-text" />
            )}{' '}
            and <Duration ms={estimate.seconds * 1000} className="text-text" />
          </span>
          <span className="inline-block first-letter:uppercase">{estimate.basis}</span>
        </p>
      </div>
      <Part title="Steps" items={plan.steps}>
        <ol className="prose-measure grid list-decimal gap-1.5 pl-5 marker:text-muted">
          {plan.steps.map((step, index) => (
            <li key={index} className="wrap-anywhere">
              {step}
            </li>
          ))}
        </ol>
      </Part>
      <Part title="Files" items={plan.files}>
        <ul className="rounded-lg border bg-surface">
          {plan.files.map((file, index) => (
            <li
              key={index}
              className="grid gap-x-3 gap-y-0.5 border-b px-3 py-2 last:border-b-0 sm:grid-cols-[4rem_minmax(0,1fr)]"
            >
              <span>
                <Badge tone={CHANGE[file.change].tone}>{CHANGE[file.change].label}</Badge>
              </span>
              <span className="min-w-0">
                <code dir="ltr" className="block font-mono text-sm wrap-anywhere">
                  {file.path}
                </code>
                <span className="text-sm text-muted wrap-anywhere">{file.why}</span>
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Proof to add" items={plan.tests}>
        <Bullets items={plan.tests} />
      </Part>
      <Part title="Risks" items={plan.risks}>
        <ul className="prose-measure grid gap-1.5">
          {plan.risks.map((risk, index) => (
            <li key={index} className="flex gap-2 wrap-anywhere">
              <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
              {risk}
            </li>
          ))}
        </ul>
      </Part>
    </div>
  )
}

function Part({ title, items, children }: { title: string; items: readonly unknown[]; children: ReactNode }) {
  if (items.length === 0) return null
  return (
    <section>
      <h3 className="mb-2 font-semibold">{title}</h3>
      {children}
    </section>
  )
}

function Bullets({ items }: { items: readonly string[] }) {
  return (
    <ul className="prose-measure grid list-disc gap-1.5 pl-5 marker:text-muted">
      {items.map((item, index) => (
        <li key={index} className="wrap-anywhere">
          {item}
        </li>
      ))}
    </ul>
  )
}
