import { Head } from '@inertiajs/react'
import { PageHeader } from '~/components/page_header'
import { type RoleGroup, RoleMatrix } from '~/features/teams/role_matrix'
import { ROLES, type Role } from '~/features/teams/role_words'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ roles: Role[]; groups: RoleGroup[]; own: Role }>

export default function SettingsRoles({ roles, groups, own }: Props) {
  return (
    <>
      <Head title="Roles" />
      <PageHeader
        title="Roles"
        description={
          <>
            Who may do what. You are {ROLES[own].label.toLowerCase()} here. A token never has more rights than
            the person or robot that it stands for.
          </>
        }
      />
      <RoleMatrix roles={roles} groups={groups} own={own} />
    </>
  )
}
