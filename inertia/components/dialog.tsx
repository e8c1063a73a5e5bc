import '~/lib/style_nonce'
import { X } from 'lucide-react'
import * as Radix from 'radix-ui/dialog'
import type { ReactNode } from 'react'
import { useReturnFocus } from '~/hooks/use_return_focus'
import { cn } from '~/lib/cn'
import { SCRIM } from './overlay_class'

interface DialogProps {
  title: string
  description?: ReactNode
  children?: ReactNode
  /** Buttons, the main one last. */
  footer?: ReactNode
  /** The button that opens it; without one, steer it by `open`. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  size?: 'sm' | 'md' | 'lg'
}

const WIDTH = { sm: 'sm:max-w-sm', md: 'sm:max-w-lg', lg: 'sm:max-w-3xl' }

/** Takes the page's attention until it is answered; a full-width sheet from below on a phone. */
export function Dialog(props: DialogProps) {
  const { title, description, children, footer, trigger, open, onOpenChange, size = 'md' } = props
  const returnFocus = useReturnFocus(Boolean(trigger))
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          {...returnFocus}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] animate-rise flex-col rounded-t-lg border bg-surface shadow-pop sm:top-[12dvh] sm:bottom-auto sm:mx-auto sm:max-h-[76dvh] sm:w-[calc(100%-2rem)] sm:rounded-lg',
            WIDTH[size]
          )}
        >
          <header className="px-5 pt-4 pr-12 pb-3">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            {description && <Radix.Description className="mt-1 text-muted">{description}</Radix.Description>}
          </header>
          {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-0.5 pb-4">{children}</div>}
          {footer && (
            <footer className="flex flex-col-reverse gap-2 border-t px-5 py-3 sm:flex-row sm:justify-end">
              {footer}
            </footer>
          )}
          {/* Last in order, so that focus starts in the first field. */}
          <Radix.Close
            aria-label="Close"
            className="absolute top-3.5 right-3.5 flex size-8 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-text"
          >
            <X aria-hidden="true" className="size-4" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Closes the dialog or sheet around it: `<DialogClose><Button>Cancel</Button></DialogClose>`. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>
}
