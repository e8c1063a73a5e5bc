import { Head } from '@inertiajs/react'
import { GitBranch } from 'lucide-react'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { type ConnectableHost, ConnectPanel } from '~/features/connections/connect_panel'
import { ConnectionCard } from '~/features/connections/connection_card'
import type { Connection } from '~/features/connections/host_words'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  connections: Connection[]
  hosts: ConnectableHost[]
  can: { manage: boolean }
}>

export default function SettingsConnections({ connections, hosts, can }: Props) {
  return (
    <>
      <Head title="Connections" />
      <PageHeader
        title="Connections"
        description="Accounts of GitHub and GitLab that this team works with. Everybody in the team who may add projects can use them."
      />
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <Card title="Connected accounts" flush>
          {connections.length > 0 ? (
            <ul className="divide-y">
              {connections.map((connection) => (
                <ConnectionCard key={connection.id} connection={connection} mayManage={can.manage} />
              ))}
            </ul>
          ) : (
            <EmptyState icon={GitBranch} title="No accounts yet">
              Connect one to choose its repositories as projects, and to have changes come back as pull or
              merge requests.
            </EmptyState>
          )}
        </Card>
        {can.manage ? (
          <ConnectPanel hosts={hosts} />
        ) : (
          <p className="text-sm text-muted">
            You may see connections but not change them. Ask an owner or admin of the team.
          </p>
        )}
      </div>
    </>
  )
}
