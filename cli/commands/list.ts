import { Command } from 'commander'
import { get } from '../api.ts'
import type { Workflow } from '../follow.ts'
import { tame } from '../print.ts'

export const listCommand = new Command('list')
  .description('list the newest workflows')
  .option('--json', 'as JSON')
  .action(async ({ json }: { json?: boolean }) => {
    const { data } = await get<{ data: Workflow[] }>('/api/workflows')
    if (json) return console.log(JSON.stringify(data, null, 2))
    for (const { id, number, status, outcome, task } of data) {
      console.log(`${id}  #${number}  ${outcome ?? status}  ${tame(task.split('\n')[0]!).slice(0, 80)}`)
    }
  })
