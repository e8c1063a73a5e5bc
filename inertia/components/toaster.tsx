import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import * as Radix from 'radix-ui/toast'
import { useSyncExternalStore } from 'react'
import { cn } from '~/lib/cn'
import { dismissToast, type Toast, type ToastTone, toastStore } from '~/lib/toasts'

const LOOK: Record<ToastTone, { icon: typeof Info; className: string; staysMs: number }> = {
  ok: { icon: CircleCheck, className: 'text-ok', staysMs: 5000 },
  info: { icon: Info, className: 'text-info', staysMs: 6000 },
  bad: { icon: CircleAlert, className: 'text-bad', staysMs: 12_000 },
}

/** Once per layout. Shows what `toast()` was given; F8 reaches it, hovering or focusing it stops the clock. */
export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.snapshot, toastStore.snapshot)
  return (
    <Radix.Provider label="Message" swipeDirection="right">
      {toasts.map((toast) => (
        <Message key={toast.id} toast={toast} />
      ))}
      <Radix.Viewport className="fixed right-0 bottom-0 z-60 flex w-full flex-col gap-2 p-4 sm:max-w-sm" />
    </Radix.Provider>
  )
}

function Message({ toast }: { toast: Toast }) {
  const { icon: Icon, className, staysMs } = LOOK[toast.tone]
  return (
    <Radix.Root
      duration={staysMs}
      type={toast.tone === 'bad' ? 'foreground' : 'background'}
      onOpenChange={(open) => !open && dismissToast(toast.id)}
      className="flex animate-rise items-start gap-2.5 rounded-lg border bg-surface p-3 shadow-pop data-[swipe=move]:translate-x-(--radix-toast-swipe-move-x)"
    >
      <Icon aria-hidden="true" className={cn('mt-0.5 size-4 shrink-0', className)} />
      <Radix.Description className="min-w-0 flex-1 wrap-anywhere">{toast.message}</Radix.Description>
      <Radix.Close aria-label="Dismiss" className="-m-1 rounded-sm p-1 text-muted hover:text-text">
        <X aria-hidden="true" className="size-4" />
      </Radix.Close>
    </Radix.Root>
  )
}
