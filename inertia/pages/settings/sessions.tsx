import type { Data } from '@generated/data'
import { Head, router } from '@inertiajs/react'
import { MonitorSmartphone } from 'lucide-react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { SessionTable } from '~/features/accounts/session_table'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ sessions: Data.Accounts.Session[] }>

export default function SettingsSessions({ sessions }: Props) {
  const others = sessions.filter(({ current }) => !current).length
  return (
    <>
      <Head title="Sessions" />
      <PageHeader
        title="Sessions"
        description="Where you are signed in. End those that you do not know, then change your password."
        actions={
          others > 0 && (
            <ConfirmDialog
              title="End all other sessions?"
              description="You stay signed in here. Everywhere else you sign in again."
              confirmLabel="End others"
              cancelLabel="Keep them"
              danger
              onConfirm={() => router.delete('/settings/sessions', { preserveScroll: true })}
              trigger={<Button>End all others</Button>}
            />
          )
        }
      />
      <Card flush>
        {sessions.length > 0 ? (
          <SessionTable sessions={sessions} />
        ) : (
          <EmptyState icon={MonitorSmartphone} title="No sessions are listed">
            This installation keeps sessions where they cannot be listed.
          </EmptyState>
        )}
      </Card>
    </>
  )
}
