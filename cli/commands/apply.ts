import { Command } from 'commander'
import { getText } from '../api.ts'
import { applyPatch } from '../repository.ts'

export const applyCommand = new Command('apply')
  .description('apply the change of a workflow to this checkout, uncommitted')
  .argument('<workflow>', 'its id')
  .action(async (id: string) => {
    applyPatch(await getText(`/api/workflows/${id}/patch`))
    console.log('The change is in your working tree.')
  })
