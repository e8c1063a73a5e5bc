import { Check, ChevronDown } from 'lucide-react'
import * as Radix from 'radix-ui/popover'
import { useId, useState } from 'react'
import { useCombobox } from '~/hooks/use_combobox'
import { useField } from '~/hooks/use_field'
import { cn } from '~/lib/cn'
import { CONTROL, CONTROL_HEIGHT } from './control_class'
import { POP } from './overlay_class'
import type { Option } from './select'

interface ComboboxProps {
  options: readonly Option[]
  value: string
  onValueChange: (value: string) => void
  /** Sends the value with the form under this name. */
  name?: string
  placeholder?: string
  /** Said when nothing matches what was typed. */
  emptyText?: string
  disabled?: boolean
  id?: string
}

/** A list long enough that one types to find the entry. Arrows move, Enter takes, Escape leaves. */
export function Combobox(props: ComboboxProps) {
  const { options, value, onValueChange, name, placeholder, emptyText = 'Nothing matches', disabled } = props
  const [open, setOpen] = useState(false)
  const listId = useId()
  const wiring = useField({ id: props.id })
  const box = useCombobox({ options, value, open, setOpen, onValueChange })
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      <Radix.Anchor asChild>
        <div className="relative">
          <input
            {...wiring}
            {...box.input}
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && box.active ? `${listId}-${box.active.value}` : undefined}
            autoComplete="off"
            placeholder={placeholder}
            disabled={disabled}
            className={cn(CONTROL, CONTROL_HEIGHT, 'truncate pr-8')}
          />
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
          />
          {name && <input type="hidden" name={name} value={value} />}
        </div>
      </Radix.Anchor>
      <Radix.Portal>
        <Radix.Content
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={box.keepOpenOnOwnInput}
          aria-label="Options"
          className={cn(POP, 'w-(--radix-popover-trigger-width) p-1')}
        >
          <div id={listId} role="listbox" aria-label="Options" className="max-h-64 overflow-y-auto">
            {box.matches.map((option) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: focus stays in the input, which answers the keys
              <div
                key={option.value}
                id={`${listId}-${option.value}`}
                role="option"
                tabIndex={-1}
                aria-selected={option.value === value}
                aria-disabled={option.disabled || undefined}
                data-active={option === box.active || undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => box.take(option)}
                className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 aria-disabled:opacity-50 data-active:bg-raised pointer-coarse:min-h-10"
              >
                <span dir="auto" className="min-w-0 flex-1 truncate">
                  {option.label}
                </span>
                {option.value === value && <Check aria-hidden="true" className="size-4 text-accent" />}
              </div>
            ))}
          </div>
          {box.matches.length === 0 && <p className="px-2 py-1.5 text-muted">{emptyText}</p>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
