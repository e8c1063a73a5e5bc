import { Command } from 'commander'
import { getText } from '../api.ts'

export const diffCommand = new Command('diff')
  .description('print the change of a workflow')
  .argument('<workflow>', 'its id')
  .option('--mail', 'as a mail that git am takes, with author and message')
  .action(async (id: string, { mail }: { mail?: boolean }) => {
    process.stdout.write(await getText(`/api/workflows/${id}/patch${mail ? '?format=mail' : ''}`))
  })
