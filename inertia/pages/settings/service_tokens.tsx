import { Head } from '@inertiajs/react'
import { Bot } from 'lucide-react'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { NewTokenNotice } from '~/features/accounts/new_token_notice'
import { NewServiceTokenForm } from '~/features/teams/new_service_token_form'
import { type ServiceToken, ServiceTokenTable } from '~/features/teams/service_token_table'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ tokens: ServiceToken[] }>

export default function SettingsServiceTokens({ tokens, team }: Props) {
  return (
    <>
      <Head title="Service tokens" />
      <PageHeader
        title="Service tokens"
        description={`Each is a robot of ${team?.name ?? 'this team'}: its work carries the robot's name, and it goes on when whoever made it leaves.`}
      />
      <div className="grid grid-cols-1 gap-6">
        <NewTokenNotice />
        <div className="grid grid-cols-1 gap-6 2xl:grid-cols-[minmax(0,1fr)_22rem] 2xl:items-start">
          <Card title="Robots" flush>
            {tokens.length > 0 ? (
              <ServiceTokenTable tokens={tokens} />
            ) : (
              <EmptyState icon={Bot} title="No robots yet">
                Make one for CI, a bot or another service that works for the whole team.
              </EmptyState>
            )}
          </Card>
          <NewServiceTokenForm />
        </div>
      </div>
    </>
  )
}
