import { Command } from 'commander'
import { getText } from '../api.ts'

export const diffCommand = new Command('diff')
  .description('print the change of a workflow')
  .argument('<workflow>', 'its id')
  .option('--attempt <number>', 'of an earlier attempt')
  .option('--mail', 'as a mail that git am takes, with author and message')
  .action(async (id: string, { mail, attempt }: { mail?: boolean; attempt?: string }) => {
    const query = new URLSearchParams({ ...(mail && { format: 'mail' }), ...(attempt && { attempt }) })
    process.stdout.write(await getText(`/api/workflows/${id}/patch?${query}`))
  })
