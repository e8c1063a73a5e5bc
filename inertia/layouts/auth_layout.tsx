import { type ReactNode, useSyncExternalStore } from 'react'
import { useSharedProps } from '~/hooks/use_shared_props'
import { toastStore } from '~/lib/toasts'
import { Brand } from './brand'
import { MAIN_ID, SkipLink } from './skip_link'

/** One narrow form. Messages stand above it rather than passing by in a corner. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  const { flash } = useSharedProps()
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.snapshot, toastStore.snapshot)
  const problem = flash.error ?? toasts.findLast(({ tone }) => tone === 'bad')?.message
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 pt-8 pb-16 sm:pt-[12dvh]">
      <SkipLink />
      <Brand href="/" />
      <main
        id={MAIN_ID}
        tabIndex={-1}
        className="mt-6 w-full max-w-sm sm:rounded-lg sm:border sm:bg-surface sm:p-6"
      >
        {problem && (
          <p role="alert" className="mb-5 rounded-lg bg-bad-soft px-4 py-2.5 font-medium text-bad">
            {problem}
          </p>
        )}
        {flash.success && (
          <p role="status" className="mb-5 rounded-lg bg-ok-soft px-4 py-2.5 font-medium text-ok">
            {flash.success}
          </p>
        )}
        {children}
      </main>
    </div>
  )
}
