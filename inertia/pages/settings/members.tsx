import { Head } from '@inertiajs/react'
import { Card } from '~/components/card'
import { PageHeader } from '~/components/page_header'
import { Pagination } from '~/components/pagination'
import { TextLink } from '~/components/text_link'
import { type Invitation, InvitationList } from '~/features/teams/invitation_list'
import { InviteForm } from '~/features/teams/invite_form'
import { type Member, MemberList } from '~/features/teams/member_list'
import type { Role } from '~/features/teams/role_words'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  members: Member[]
  meta: { page: number; perPage: number; total: number; lastPage: number }
  invitations: Invitation[]
  roles: Role[]
  can: { invite: boolean }
}>

export default function SettingsMembers({ members, meta, invitations, roles, can, team }: Props) {
  return (
    <>
      <Head title="Members" />
      <PageHeader
        title="Members"
        description={
          <>
            Who is in {team?.name ?? 'this team'}. What each role may do is in the{' '}
            <TextLink href="/settings/roles">table of roles</TextLink>.
          </>
        }
      />
      <div className="grid grid-cols-1 gap-6 2xl:grid-cols-[minmax(0,1fr)_22rem] 2xl:items-start">
        <div className="grid grid-cols-1 gap-6">
          <Card title="Members" flush>
            <MemberList members={members} roles={roles} />
          </Card>
          {meta.lastPage > 1 && (
            <Pagination {...meta} noun="members" hrefFor={(page) => `/settings/members?page=${page}`} />
          )}
          {invitations.length > 0 && (
            <Card title="Invited" flush>
              <InvitationList invitations={invitations} />
            </Card>
          )}
        </div>
        {can.invite && <InviteForm roles={roles} />}
      </div>
    </>
  )
}
