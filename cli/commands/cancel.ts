import { Command } from 'commander'
import { post } from '../api.ts'

export const cancelCommand = new Command('cancel')
  .description('end a workflow; what was pushed stays')
  .argument('<workflow>', 'its id')
  .action(async (id: string) => {
    await post(`/api/workflows/${id}/cancellation`, {})
    console.log('It ends within seconds.')
  })
