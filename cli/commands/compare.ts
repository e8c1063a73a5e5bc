import { Command } from 'commander'
import { get } from '../api.ts'
import { tame } from '../print.ts'

interface Side {
  number: number
  outcome: string | null
  status: string
  costMicros: number
  attempts: number
  models: string[]
  verdict: { proof: string } | null
  patch: string | null
}

interface Comparison {
  a: Side
  b: Side
  exchanges: { same: boolean }[]
}

export const compareCommand = new Command('compare')
  .description('put two workflows beside each other')
  .argument('<a>', 'the id of one')
  .argument('<b>', 'the id of the other')
  .option('--json', 'as JSON')
  .action(async (a: string, b: string, { json }: { json?: boolean }) => {
    const query = new URLSearchParams({ a, b })
    const comparison = await get<Comparison>(`/api/workflows/compare?${query}`)
    if (json) return console.log(JSON.stringify(comparison, null, 2))
    for (const side of [comparison.a, comparison.b]) {
      const cost = `$${(side.costMicros / 1_000_000).toFixed(4)}`
      const models = side.models.join(', ') || 'no model'
      console.log(
        `#${side.number}  ${side.outcome ?? side.status}  ${cost}  ${models}  ${side.attempts} attempts`
      )
      if (side.verdict) console.log(`    ${tame(side.verdict.proof)}`)
    }
    const parted = comparison.exchanges.findIndex(({ same }) => !same)
    console.log(parted === -1 ? 'Both asked the same.' : `They part after ${parted} equal exchanges.`)
    console.log(
      comparison.a.patch === comparison.b.patch ? 'The changes are the same.' : 'The changes differ.'
    )
  })
