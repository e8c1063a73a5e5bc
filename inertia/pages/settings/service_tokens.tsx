import type { Data } from '@generated/data'
import { Head } from '@inertiajs/react'
import { Bot } from 'lucide-react'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { NewTokenForm } from '~/features/accounts/new_token_form'
import { NewTokenNotice } from '~/features/accounts/new_token_notice'
import { TokenTable } from '~/features/accounts/token_table'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ tokens: (Data.Accounts.ApiToken & { createdBy: string | null })[] }>

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
              <TokenTable
                tokens={tokens}
                caption="Robots of the team"
                nameHeader="Robot"
                address="/settings/service-tokens"
                consequence="Whatever uses it is refused within seconds. The robot's work keeps its name. This cannot be undone."
              />
            ) : (
              <EmptyState icon={Bot} title="No robots yet">
                Make one for CI, a bot or another service that works for the whole team.
              </EmptyState>
            )}
          </Card>
          <NewTokenForm
            route="service_tokens.store"
            noun="robot"
            nameHint="Its work is shown under it."
            nameExample="Nightly CI"
          />
        </div>
      </div>
    </>
  )
}
