import type { Data } from '@generated/data'
import { Fingerprint } from 'lucide-react'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { NewPasskeyDialog } from './new_passkey_dialog'
import { PasskeyTable } from './passkey_table'
import { passkeysWork } from './passkeys_work'

export function PasskeyCard({ passkeys }: { passkeys: Data.Accounts.Passkey[] }) {
  const works = passkeysWork()
  return (
    <Card title="Passkeys" flush actions={works && passkeys.length > 0 && <NewPasskeyDialog />}>
      {passkeys.length > 0 && <PasskeyTable passkeys={passkeys} />}
      {passkeys.length === 0 && (
        <EmptyState
          icon={Fingerprint}
          title="No passkeys yet"
          className="py-8"
          action={works && <NewPasskeyDialog />}
        >
          {works
            ? 'Sign in with your fingerprint, face or a security key. It cannot be phished, and it is the second step as well.'
            : 'Passkeys need HTTPS and a browser that knows them.'}
        </EmptyState>
      )}
    </Card>
  )
}
