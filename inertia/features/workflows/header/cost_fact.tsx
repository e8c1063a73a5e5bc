import { Button } from '~/components/button'
import { Money } from '~/components/money'
import { Popover } from '~/components/popover'
import type { Usage, Workflow } from '../server_types'
import { modelMix } from './model_mix'

const figure = (value: number) => value.toLocaleString('en')

export function CostFact({ workflow, usage }: { workflow: Workflow; usage: readonly Usage[] }) {
  const { costMicros } = workflow
  const models = workflow.models.length > 0 ? workflow.models : [...new Set(usage.map(({ model }) => model))]
  if (models.length === 0) return <span>$0.00 · no model used</span>
  const mix = modelMix(usage)
  return (
    <>
      <Money microDollars={costMicros} className="font-medium" />
      <Popover
        label="Models used"
        className="w-96"
        trigger={
          <Button variant="ghost" size="sm" className="-ml-1">
            {models.length === 1 ? models[0] : `${models.length} models`}
          </Button>
        }
      >
        <table className="tabular w-full text-sm">
          <thead>
            <tr className="text-xs text-muted">
              <th scope="col" className="pb-1 text-left font-medium">
                Model
              </th>
              <th scope="col" className="pb-1 text-right font-medium">
                Calls
              </th>
              <th scope="col" className="pb-1 text-right font-medium">
                Tokens in / out
              </th>
              <th scope="col" className="pb-1 text-right font-medium">
                Cost
              </th>
            </tr>
          </thead>
          <tbody>
            {mix.map((share) => (
              <tr key={`${share.provider}/${share.model}`} className="border-t align-top">
                <th scope="row" className="py-1.5 pr-2 text-left font-normal wrap-anywhere">
                  {share.model}
                  <span className="block text-xs text-muted">{share.provider}</span>
                </th>
                <td className="py-1.5 text-right">{figure(share.calls)}</td>
                <td className="py-1.5 text-right whitespace-nowrap">
                  {figure(share.inputTokens)} / {figure(share.outputTokens)}
                </td>
                <td className="py-1.5 text-right">
                  {share.unpriced === share.calls ? (
                    'no price known'
                  ) : (
                    <Money microDollars={share.costMicros} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Popover>
    </>
  )
}
