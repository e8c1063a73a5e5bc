import '~/lib/style_nonce'
import { X } from 'lucide-react'
import * as Radix from 'radix-ui/dialog'
import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'
import { SCRIM } from './overlay_class'

interface SheetProps {
  title: string
  /** Read out but not drawn, where the content makes the title plain to the eye. */
  titleHidden?: boolean
  side?: 'left' | 'right'
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  children: ReactNode
}

const SIDE = {
  left: 'left-0 animate-from-left border-r',
  right: 'right-0 animate-from-right border-l',
}

/** A dialog along one side: menus on a phone, details beside a list. */
export function Sheet(props: SheetProps) {
  const { title, titleHidden = false, side = 'right', trigger, open, onOpenChange, children } = props
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          aria-describedby={undefined}
          className={cn(
            'fixed inset-y-0 z-50 flex w-[min(20rem,calc(100vw-3rem))] flex-col bg-surface shadow-pop',
            SIDE[side]
          )}
        >
          <Radix.Title className={titleHidden ? 'sr-only' : 'px-4 pt-3 text-lg font-semibold'}>
            {title}
          </Radix.Title>
          <Radix.Close
            aria-label="Close"
            className="absolute top-2 right-2 flex size-9 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-text"
          >
            <X aria-hidden="true" className="size-4" />
          </Radix.Close>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
