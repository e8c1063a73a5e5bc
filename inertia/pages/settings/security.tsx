import type { Data } from '@generated/data'
import { Head } from '@inertiajs/react'
import { PageHeader } from '~/components/page_header'
import { AuthenticatorCard } from '~/features/accounts/authenticator_card'
import { LinkedAccountsCard } from '~/features/accounts/linked_accounts_card'
import { PasskeyCard } from '~/features/accounts/passkey_card'
import { PasswordCard } from '~/features/accounts/password_card'
import { RecoveryCodesCard } from '~/features/accounts/recovery_codes_card'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  hasPassword: boolean
  passwordChangedAt: string | null
  totp: boolean
  recoveryCodes: number
  passkeys: Data.Accounts.Passkey[]
  linked: Data.Accounts.LinkedIdentity[]
  providers: string[]
}>

export default function SettingsSecurity(props: Props) {
  const { totp, passkeys, linked, providers } = props
  return (
    <>
      <Head title="Security" />
      <PageHeader
        title="Security"
        description="How you sign in, and how you get in when something is lost."
      />
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        <PasswordCard hasPassword={props.hasPassword} changedAt={props.passwordChangedAt} />
        <PasskeyCard passkeys={passkeys} />
        <AuthenticatorCard enabled={totp} />
        {(totp || passkeys.length > 0) && <RecoveryCodesCard left={props.recoveryCodes} />}
        {(providers.length > 0 || linked.length > 0) && (
          <LinkedAccountsCard linked={linked} providers={providers} />
        )}
      </div>
    </>
  )
}
