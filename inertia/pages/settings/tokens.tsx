import type { Data } from '@generated/data'
import { Head } from '@inertiajs/react'
import { KeyRound } from 'lucide-react'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { NewTokenForm } from '~/features/accounts/new_token_form'
import { NewTokenNotice } from '~/features/accounts/new_token_notice'
import { OPERATOR_SCOPE, TOKEN_SCOPES } from '~/features/accounts/token_scopes'
import { TokenTable } from '~/features/accounts/token_table'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ tokens: Data.Accounts.ApiToken[] }>

export default function SettingsTokens({ tokens, team, user }: Props) {
  return (
    <>
      <Head title="API tokens" />
      <PageHeader
        title="API tokens"
        description={
          <>
            Programs use them to act for you in {team?.name ?? 'this team'}, with{' '}
            <code className="font-mono whitespace-nowrap">Authorization: Bearer …</code>. What they can do is
            described in{' '}
            <a href="/api/openapi.json" className="text-accent underline underline-offset-2">
              /api/openapi.json
            </a>
            .
          </>
        }
      />
      <div className="grid grid-cols-1 gap-6">
        <NewTokenNotice />
        <div className="grid grid-cols-1 gap-6 2xl:grid-cols-[minmax(0,1fr)_22rem] 2xl:items-start">
          <Card title="Your tokens" flush>
            {tokens.length > 0 ? (
              <TokenTable
                tokens={tokens}
                caption="Your API tokens"
                nameHeader="Name"
                address="/settings/tokens"
                consequence="Whatever uses it is refused within seconds. This cannot be undone."
              />
            ) : (
              <EmptyState icon={KeyRound} title="No tokens yet">
                Make one for your CI, a script or an editor. You can revoke it here at any time.
              </EmptyState>
            )}
          </Card>
          <NewTokenForm
            route="api_tokens.store"
            noun="token"
            nameHint="Where it will be used, so that you know it later."
            nameExample="CI on main"
            scopes={user?.isOperator ? [...TOKEN_SCOPES, OPERATOR_SCOPE] : TOKEN_SCOPES}
          />
        </div>
      </div>
    </>
  )
}
