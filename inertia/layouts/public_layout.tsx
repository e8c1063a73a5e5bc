import { usePage } from '@inertiajs/react'
import type { ReactNode } from 'react'
import { LinkButton } from '~/components/link_button'
import { TEXT_LINK } from '~/components/text_link_class'
import { useSharedProps } from '~/hooks/use_shared_props'
import { Brand } from './brand'
import { MAIN_ID, SkipLink } from './skip_link'

/** Pages that anybody may see. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  const { user, system } = useSharedProps()
  const { component } = usePage()
  // An address that no route has is answered before it is known who asks.
  const known = user !== null || !component.startsWith('errors/')
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="border-b">
        <div className="mx-auto flex h-14 max-w-6xl items-center justify-between gap-4 px-4 sm:px-6">
          <Brand href="/" />
          {known && <AccountLinks signedIn={user !== null} />}
        </div>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-4 sm:px-6">
        {children}
      </main>
      <footer className="mt-16 border-t">
        <p className="tabular mx-auto flex max-w-6xl flex-wrap gap-x-4 px-4 py-6 text-sm text-muted sm:px-6">
          <span>AgentOps {system.version}</span>
          <a href="/terms" className={TEXT_LINK}>
            Terms
          </a>
          <a href="/privacy" className={TEXT_LINK}>
            Privacy
          </a>
        </p>
      </footer>
    </div>
  )
}

function AccountLinks({ signedIn }: { signedIn: boolean }) {
  return (
    <nav aria-label="Account" className="flex items-center gap-2">
      <LinkButton href="/pricing" variant="ghost">
        Pricing
      </LinkButton>
      {signedIn ? (
        <LinkButton href="/dashboard">Dashboard</LinkButton>
      ) : (
        <>
          <LinkButton href="/login" variant="ghost">
            Sign in
          </LinkButton>
          <LinkButton href="/signup" variant="primary">
            Sign up
          </LinkButton>
        </>
      )}
    </nav>
  )
}
