import { Form } from '@adonisjs/inertia/react'
import { Head, router } from '@inertiajs/react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PageHeader } from '~/components/page_header'
import { RelativeTime } from '~/components/relative_time'
import { TextLink } from '~/components/text_link'
import { ROLES, type Role } from '~/features/teams/role_words'
import type { InertiaProps } from '~/types'

type Membership = {
  id: string
  name: string
  role: Role
}

type Deleted = Membership & {
  purgeAt: string
  can: { restore: boolean }
}

type Props = InertiaProps<{ memberships: Membership[]; deleted: Deleted[] }>

export default function TeamsIndex({ memberships, deleted }: Props) {
  return (
    <>
      <Head title="Your teams" />
      <PageHeader
        title="Your teams"
        description="Projects, workflows and bills belong to a team. Each tab of your browser can show another one."
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid grid-cols-1 gap-6">
          <Card title="Teams" flush>
            {memberships.length > 0 ? (
              <ul className="divide-y">
                {memberships.map(({ id, name, role }) => (
                  <li key={id} className="flex min-h-12 items-center justify-between gap-4 px-4 py-2">
                    <TextLink href={`/dashboard?team=${id}`} className="min-w-0 wrap-anywhere">
                      {name}
                    </TextLink>
                    <span className="shrink-0 text-sm text-muted">{ROLES[role].label}</span>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="p-4 text-muted">
                You are in no team. Create one, or ask somebody to invite you to theirs.
              </p>
            )}
          </Card>
          {deleted.length > 0 && <DeletedTeams teams={deleted} />}
        </div>
        <NewTeam />
      </div>
    </>
  )
}

function DeletedTeams({ teams }: { teams: Deleted[] }) {
  return (
    <Card title="Deleted" flush>
      <ul className="divide-y">
        {teams.map(({ id, name, purgeAt, can }) => (
          <li
            key={id}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2"
          >
            <div className="min-w-0">
              <p dir="auto" className="wrap-anywhere">
                {name}
              </p>
              <p className="text-sm text-muted">
                Gone for good <RelativeTime at={purgeAt} />
                {!can.restore && '. An owner can bring it back.'}
              </p>
            </div>
            {can.restore && (
              <Button size="sm" onClick={() => router.post(`/teams/${id}/restoration`)}>
                Restore team
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function NewTeam() {
  return (
    <Card title="New team">
      <Form route="teams.store" className="grid gap-4" resetOnSuccess>
        {({ errors, processing }) => (
          <>
            <Field label="Name" error={errors.name} required>
              <Input name="name" maxLength={80} dir="auto" autoComplete="off" required />
            </Field>
            <div>
              <Button type="submit" variant="primary" busy={processing}>
                Create team
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
