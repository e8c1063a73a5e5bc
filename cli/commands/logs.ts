import { Command } from 'commander'
import { get, type WorkflowEvent } from '../api.ts'
import { tame } from '../print.ts'

interface Page {
  data: WorkflowEvent[]
  meta: { hasMore: boolean }
}

export const logsCommand = new Command('logs')
  .description('print what the steps of a workflow have printed so far')
  .argument('<workflow>', 'its id')
  .option('-s, --step <name>', 'of one step only')
  .action(async (id: string, { step }: { step?: string }) => {
    const { steps } = await get<{ steps: { id: string; name: string }[] }>(`/api/workflows/${id}`)
    const wanted = new Set(steps.filter(({ name }) => !step || name === step).map((one) => one.id))
    for (let after = 0, more = true; more; ) {
      const { data, meta } = await get<Page>(`/api/workflows/${id}/events?after=${after}`)
      for (const { kind, stepId, payload } of data) {
        if (kind === 'log' && stepId && wanted.has(stepId)) process.stdout.write(tame(String(payload.text)))
      }
      more = meta.hasMore
      after = data.at(-1)?.seq ?? after
    }
  })
