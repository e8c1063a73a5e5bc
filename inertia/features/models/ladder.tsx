import { ArrowDown, ArrowUp } from 'lucide-react'
import { Checkbox } from '~/components/checkbox'
import { IconButton } from '~/components/icon_button'

interface LadderProps {
  order: string[]
  used: Set<string>
  onOrder: (order: string[]) => void
  onUsed: (used: Set<string>) => void
}

/** Which models are tried, and in which order. */
export function Ladder({ order, used, onOrder, onUsed }: LadderProps) {
  const move = (from: number, to: number) => {
    const next = [...order]
    next.splice(to, 0, ...next.splice(from, 1))
    onOrder(next)
  }
  const toggle = (model: string) => {
    const next = new Set(used)
    if (!next.delete(model)) next.add(model)
    onUsed(next)
  }
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">Models, cheapest first</legend>
      <ol className="divide-y rounded-md border">
        {order.map((model, index) => (
          <li key={model} className="flex items-center gap-2 px-3 py-1.5">
            <Checkbox
              label={<code className="font-mono wrap-anywhere">{model}</code>}
              checked={used.has(model)}
              onChange={() => toggle(model)}
              className="min-w-0 flex-1"
            />
            <IconButton
              label={`Move ${model} up`}
              icon={<ArrowUp aria-hidden="true" />}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            />
            <IconButton
              label={`Move ${model} down`}
              icon={<ArrowDown aria-hidden="true" />}
              disabled={index === order.length - 1}
              onClick={() => move(index, index + 1)}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  )
}
