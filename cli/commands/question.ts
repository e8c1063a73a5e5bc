import { Command } from 'commander'
import { formatParts, partsOf, questionAt } from '../exchanges.ts'

export const questionCommand = new Command('question')
  .description('print what a model was asked, to be edited and given to agentops replay --question')
  .argument('<workflow>', 'its id')
  .argument('<turn>', 'which question, as agentops exchanges numbers them')
  .action(async (id: string, turn: string) => {
    process.stdout.write(formatParts(await partsOf(id, await questionAt(id, Number(turn)))))
  })
