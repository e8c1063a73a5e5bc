import '~/lib/style_nonce'
import { Check } from 'lucide-react'
import * as Radix from 'radix-ui/dropdown-menu'
import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'
import { POP } from './overlay_class'

const ITEM =
  'relative flex min-h-8 items-center gap-2 rounded-sm px-2 text-base outline-none select-none data-disabled:opacity-50 data-highlighted:bg-raised pointer-coarse:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted'

interface MenuProps {
  trigger: ReactNode
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom' | 'left' | 'right'
}

export function Menu({ trigger, children, align = 'end', side = 'bottom' }: MenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            POP,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto p-1'
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface MenuItemProps {
  children: ReactNode
  icon?: ReactNode
  onSelect?: () => void
  disabled?: boolean
  danger?: boolean
  /** The only child is a link, which becomes the item. */
  asChild?: boolean
}

export function MenuItem({ children, icon, onSelect, disabled, danger = false, asChild }: MenuItemProps) {
  const look = cn(ITEM, danger && 'text-bad [&_svg]:text-bad')
  if (asChild) {
    return (
      <Radix.Item asChild disabled={disabled} className={look}>
        {children}
      </Radix.Item>
    )
  }
  return (
    <Radix.Item onSelect={onSelect} disabled={disabled} className={look}>
      {icon}
      {children}
    </Radix.Item>
  )
}

interface MenuChoicesProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string; icon?: ReactNode }[]
  onValueChange: (value: Value) => void
}

/** One of a few, ticked; the menu stays open so that the effect can be seen. */
export function MenuChoices<Value extends string>(props: MenuChoicesProps<Value>) {
  return (
    <Radix.RadioGroup value={props.value} aria-label={props.label}>
      <Radix.Label className="px-2 pt-1.5 pb-1 text-xs font-medium text-muted">{props.label}</Radix.Label>
      {props.options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          onSelect={(event) => {
            event.preventDefault()
            props.onValueChange(option.value)
          }}
          className={cn(ITEM, 'pr-8')}
        >
          {option.icon}
          {option.label}
          <Radix.ItemIndicator className="absolute right-2">
            <Check aria-hidden="true" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
}
