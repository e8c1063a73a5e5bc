import * as Radix from 'radix-ui/tabs'
import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'

interface Tab<Value extends string> {
  value: Value
  label: string
  /** A count or a mark after the word. */
  badge?: ReactNode
  disabled?: boolean
}

interface TabsProps<Value extends string> {
  label: string
  tabs: readonly Tab<Value>[]
  /** Steered from outside, usually by the address, so that a tab can be linked to. */
  value: Value
  onValueChange: (value: Value) => void
  children: ReactNode
  className?: string
}

export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onValueChange,
  children,
  className,
}: TabsProps<Value>) {
  function change(next: string) {
    const tab = tabs.find((candidate) => candidate.value === next)
    if (tab) onValueChange(tab.value)
  }
  return (
    <Radix.Root value={value} onValueChange={change} className={className}>
      <Radix.List aria-label={label} className="flex gap-1 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            disabled={tab.disabled}
            className="-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent px-2.5 font-medium whitespace-nowrap text-muted -outline-offset-2 transition-colors hover:text-text disabled:opacity-50 data-[state=active]:border-accent data-[state=active]:text-text pointer-coarse:h-11"
          >
            {tab.label}
            {tab.badge}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children}
    </Radix.Root>
  )
}

interface TabPanelProps {
  value: string
  children: ReactNode
  className?: string
}

export function TabPanel({ value, children, className }: TabPanelProps) {
  return (
    <Radix.Content value={value} className={cn('pt-4 outline-offset-4', className)}>
      {children}
    </Radix.Content>
  )
}
