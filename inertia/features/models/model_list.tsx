import { Badge } from '~/components/badge'
import { Money } from '~/components/money'
import { type Column, Table } from '~/components/table'
import { providerLabel, REGIONS } from './words'

export type AvailableModel = {
  ref: string
  provider: string
  model: string
  payer: 'platform' | 'team'
  region: string
  price: { input: number; output: number } | null
}

const regionLabel = (region: string) => REGIONS.find(({ value }) => value === region)?.label ?? region

const COLUMNS: readonly Column<AvailableModel>[] = [
  {
    key: 'model',
    header: 'Model',
    primary: true,
    cell: (row) => <code className="font-mono wrap-anywhere">{row.model}</code>,
  },
  {
    key: 'provider',
    header: 'Provider',
    cell: (row) => (
      <>
        {providerLabel(row.provider)}
        <span className="block text-xs text-muted">{regionLabel(row.region)}</span>
      </>
    ),
  },
  {
    key: 'payer',
    header: 'Paid by',
    wideOnly: true,
    className: 'whitespace-nowrap',
    cell: (row) => <Badge>{row.payer === 'team' ? 'your key' : 'this installation'}</Badge>,
  },
  {
    key: 'price',
    header: 'Per million tokens',
    align: 'end',
    cell: (row) =>
      row.price ? (
        <>
          <Money microDollars={row.price.input} /> in · <Money microDollars={row.price.output} /> out
        </>
      ) : (
        <span className="text-muted">no price known</span>
      ),
  },
]

/** What can be called now, cheapest first. */
export function ModelList({ models }: { models: readonly AvailableModel[] }) {
  return <Table caption="Models that can be used" columns={COLUMNS} rows={models} rowKey={(row) => row.ref} />
}
