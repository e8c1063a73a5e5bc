import '~/lib/style_nonce'
import * as Radix from 'radix-ui/alert-dialog'
import type { ReactNode } from 'react'
import { useReturnFocus } from '~/hooks/use_return_focus'
import { Button } from './button'
import { SCRIM } from './overlay_class'

interface ConfirmDialogProps {
  /** A question: "Cancel this run?" */
  title: string
  /** What will happen, and what cannot be undone. */
  description: ReactNode
  /** The verb of the title: "Cancel run". */
  confirmLabel: string
  cancelLabel?: string
  danger?: boolean
  busy?: boolean
  /** The dialog stays open while `busy`; close it by `open` when the answer came, or leave it to close at once. */
  onConfirm: () => void
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    description,
    confirmLabel,
    cancelLabel = 'Keep as it is',
    danger = false,
    busy = false,
  } = props
  const confirm = (
    <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={props.onConfirm}>
      {confirmLabel}
    </Button>
  )
  const returnFocus = useReturnFocus(Boolean(props.trigger))
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      {props.trigger && <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={SCRIM} />
        <Radix.Content
          {...returnFocus}
          className="fixed inset-x-0 bottom-0 z-50 animate-rise rounded-t-lg border bg-surface p-5 shadow-pop sm:top-[20dvh] sm:bottom-auto sm:mx-auto sm:w-[calc(100%-2rem)] sm:max-w-md sm:rounded-lg"
        >
          <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="mt-1.5 text-muted">{description}</div>
          </Radix.Description>
          <div className="mt-5 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <Radix.Cancel asChild>
              <Button disabled={busy}>{cancelLabel}</Button>
            </Radix.Cancel>
            {props.open === undefined ? <Radix.Action asChild>{confirm}</Radix.Action> : confirm}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
