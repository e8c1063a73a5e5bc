import { Command } from 'commander'
import { type FollowOptions, follow } from '../follow.ts'

export const watchCommand = new Command('watch')
  .description('watch a workflow until it has ended; the exit code says how: 0 is verified')
  .argument('<workflow>', 'its id')
  .option('--logs', 'print the logs of the steps, too')
  .option('--json', 'print events as JSON lines')
  .action(async (id: string, options: FollowOptions) => {
    await follow(id, options)
  })
