import type { ReactNode } from 'react'
import { Toaster } from '~/components/toaster'
import { ConfirmationHost } from '~/features/accounts/confirmation_host'
import { VerifyBanner } from '~/features/accounts/verify_banner'
import { ActingBanner } from './acting_banner'
import { AppSidebar } from './app_sidebar'
import { AppTopBar } from './app_top_bar'
import { PlanBanner } from './plan_banner'
import { MAIN_ID, SkipLink } from './skip_link'
import { SystemBanner } from './system_banner'
import { useFlashToasts } from './use_flash_toasts'

/**
 * The shell of everything behind sign-in. The main column takes the full width, for tables, logs and diffs; prose
 * inside it is narrowed with `prose-measure`, a form with `max-w-2xl`.
 */
export default function AppLayout({ children }: { children: ReactNode }) {
  useFlashToasts()
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
      <SkipLink />
      <aside aria-label="Sidebar" className="sticky top-0 h-dvh overflow-y-auto border-r max-lg:hidden">
        <AppSidebar />
      </aside>
      <div className="flex min-w-0 flex-col">
        <AppTopBar />
        <ActingBanner />
        <SystemBanner />
        <PlanBanner />
        <VerifyBanner />
        <main id={MAIN_ID} tabIndex={-1} className="w-full min-w-0 flex-1 px-4 py-5 sm:px-6 lg:px-8">
          {children}
        </main>
      </div>
      <Toaster />
      <ConfirmationHost />
    </div>
  )
}
