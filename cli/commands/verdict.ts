import { Command } from 'commander'
import { get } from '../api.ts'
import { tame } from '../print.ts'

interface Verdict {
  ruling: string
  proof: string
  proposedTests?: { path: string; name: string; state: string }[]
}

export const verdictCommand = new Command('verdict')
  .description('print what the tests said of a workflow')
  .argument('<workflow>', 'its id')
  .option('--attempt <number>', 'of an earlier attempt')
  .option('--json', 'all of it, as JSON')
  .action(async (id: string, { attempt, json }: { attempt?: string; json?: boolean }) => {
    const query = attempt ? `?${new URLSearchParams({ attempt })}` : ''
    const verdict = await get<Verdict>(`/api/workflows/${id}/verdict${query}`)
    if (json) return console.log(JSON.stringify(verdict, null, 2))
    console.log(`${verdict.ruling}: ${tame(verdict.proof)}`)
    for (const { path, name, state } of verdict.proposedTests ?? [])
      console.log(`  ${state.replaceAll('_', ' ')}  ${tame(name)}  (${tame(path)})`)
  })
