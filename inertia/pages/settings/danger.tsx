import { Head } from '@inertiajs/react'
import { PageHeader } from '~/components/page_header'
import { DeleteTeam } from '~/features/teams/delete_team'
import { LeaveTeam } from '~/features/teams/leave_team'
import { type Heir, TransferOwnership } from '~/features/teams/transfer_ownership'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  name: string
  graceDays: number
  members: Heir[]
  lastOwner: boolean
  can: { delete: boolean }
}>

export default function SettingsDanger({ name, graceDays, members, lastOwner, can }: Props) {
  return (
    <>
      <Head title="Danger zone" />
      <PageHeader title="Danger zone" description="What is hard to undo." />
      <div className="grid max-w-2xl grid-cols-1 gap-6">
        <LeaveTeam name={name} lastOwner={lastOwner} />
        {can.delete && <TransferOwnership members={members} />}
        {can.delete && <DeleteTeam name={name} graceDays={graceDays} />}
      </div>
    </>
  )
}
