import { Command } from 'commander'
import { exchangesOf } from '../exchanges.ts'
import { tame } from '../print.ts'

export const exchangesCommand = new Command('exchanges')
  .description('list what a workflow asked of models and tools; questions to models are numbered')
  .argument('<workflow>', 'its id')
  .option('--json', 'as JSON')
  .action(async (id: string, { json }: { json?: boolean }) => {
    const exchanges = await exchangesOf(id)
    if (json) return console.log(JSON.stringify(exchanges, null, 2))
    for (const { turn, step, attempt, name, replayed, departed } of exchanges) {
      const marks = `${replayed ? '  from the record' : ''}${departed ? '  goes another way' : ''}`
      console.log(`${String(turn ?? '').padStart(4)}  ${step} ${attempt}  ${tame(name)}${marks}`)
    }
  })
