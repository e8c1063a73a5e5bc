import type { Data } from '@generated/data'
import { Head } from '@inertiajs/react'
import { PageHeader } from '~/components/page_header'
import { ComparedExchanges } from '~/features/workflows/compare/compared_exchanges'
import { ComparedFacts } from '~/features/workflows/compare/compared_facts'
import { ComparedPatches } from '~/features/workflows/compare/compared_patches'
import type { InertiaProps } from '~/types'

type CompareProps = InertiaProps<{ comparison: Data.Workflows.WorkflowComparison }>

export default function Compare({ comparison }: CompareProps) {
  const { a, b } = comparison
  const title = `#${a.number} beside #${b.number}`
  return (
    <>
      <Head title={title} />
      <PageHeader
        title={title}
        description={a.task === b.task ? a.task.split('\n')[0] : 'Two workflows with different tasks.'}
        breadcrumbs={[{ label: 'Workflows', href: '/workflows' }, { label: 'Compare' }]}
      />
      <div className="grid grid-cols-1 gap-6">
        <ComparedFacts a={a} b={b} />
        <ComparedExchanges comparison={comparison} />
        <ComparedPatches a={a} b={b} />
      </div>
    </>
  )
}
