import { Command } from 'commander'
import { post } from '../api.ts'

export const sayCommand = new Command('say')
  .description('tell a running workflow something; it is heard at the next turn')
  .argument('<workflow>', 'its id')
  .argument('<text>')
  .action(async (id: string, text: string) => {
    await post(`/api/workflows/${id}/messages`, { text })
    console.log('Sent.')
  })
