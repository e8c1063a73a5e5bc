import type { Data } from '@generated/data'
import { router } from '@inertiajs/react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { ProviderButtons, providerName } from './provider_buttons'

interface LinkedAccountsCardProps {
  linked: Data.Accounts.LinkedIdentity[]
  providers: readonly string[]
}

/** Accounts of other services with which one can sign in here. */
export function LinkedAccountsCard({ linked, providers }: LinkedAccountsCardProps) {
  const free = providers.filter((provider) => !linked.some((identity) => identity.provider === provider))
  return (
    <Card title="Sign in with other services">
      <ul className="grid gap-3">
        {linked.map(({ provider, login }) => (
          <li key={provider} className="flex flex-wrap items-center justify-between gap-2">
            <span className="wrap-anywhere">
              {providerName(provider)}: <span className="font-medium">{login}</span>
            </span>
            <ConfirmDialog
              title={`Disconnect ${providerName(provider)}?`}
              description="You can then no longer sign in here with it. Connected repositories are not affected."
              confirmLabel="Disconnect"
              cancelLabel="Keep it"
              danger
              onConfirm={() => router.delete(`/settings/linked/${provider}`, { preserveScroll: true })}
              trigger={<Button size="sm">Disconnect</Button>}
            />
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <div className={linked.length > 0 ? 'mt-4 flex flex-wrap gap-2' : 'flex flex-wrap gap-2'}>
          <ProviderButtons providers={free} purpose="link" />
        </div>
      )}
    </Card>
  )
}
