import type { Data } from '@generated/data'
import { Head } from '@inertiajs/react'
import { Gauge } from 'lucide-react'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { Money } from '~/components/money'
import { PageHeader } from '~/components/page_header'
import { TextLink } from '~/components/text_link'
import { BenchmarkCard } from '~/features/models/benchmark_card'
import { BenchmarkForm } from '~/features/models/benchmark_form'
import type { Policy } from '~/features/models/policy_form'
import { StatTable } from '~/features/models/stat_table'
import { kindLabel } from '~/features/models/words'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  stats: Data.Llm.ModelStat[]
  days: number
  models: string[]
  policy: { version: number; of: 'project' | 'team' | 'installation'; policy: Policy }
  benchmarks: Data.Llm.Benchmark[]
  can: { manage: boolean; run: boolean }
}>

const ORDER = ['edit', 'plan', 'test', 'review', 'explain']

export default function ModelsIndex({ stats, days, models, policy, benchmarks, can }: Props) {
  const saved = stats.reduce((sum, { savedMicros }) => sum + savedMicros, 0)
  const kinds = ORDER.filter((kind) => stats.some((row) => row.kind === kind))
  return (
    <>
      <Head title="Models" />
      <PageHeader
        title="Models"
        description={
          <>
            How well each model did for your team in the last {days} days, by its own calls and the tests that
            judged them. Which are used is set under <TextLink href="/settings/models">Settings</TextLink>.
            {saved > 0 && (
              <>
                {' '}
                Answers kept from before have saved <Money microDollars={saved} />.
              </>
            )}
          </>
        }
      />
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-6">
          {kinds.map((kind) => (
            <Card key={kind} title={kindLabel(kind)} flush>
              <StatTable
                caption={`Models for: ${kindLabel(kind)}`}
                rows={stats.filter((row) => row.kind === kind)}
              />
            </Card>
          ))}
          {kinds.length === 0 && (
            <Card>
              <EmptyState icon={Gauge} title="No model was called yet">
                Once a task is done by a model, its success, cost and speed are here. Recipes need none.
              </EmptyState>
            </Card>
          )}
          {benchmarks.map((benchmark) => (
            <BenchmarkCard
              key={benchmark.id}
              benchmark={benchmark}
              policy={policy.policy}
              manage={can.manage}
            />
          ))}
        </div>
        {can.run && models.length > 0 && <BenchmarkForm models={models} />}
      </div>
    </>
  )
}
