import { Form } from '@adonisjs/inertia/react'
import { Head, router } from '@inertiajs/react'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { LinkButton } from '~/components/link_button'
import { PasswordInput } from '~/components/password_input'
import { LegalLine } from '~/features/accounts/legal_line'
import { ROLES, type Role } from '~/features/teams/role_words'
import { formatExactTime } from '~/lib/format_time'
import type { InertiaProps } from '~/types'

type Invitation = {
  teamName: string
  email: string
  role: Role
  inviterName: string | null
  expiresAt: string
}

type Props = InertiaProps<{
  invitation: Invitation | null
  way: 'accept' | 'other_account' | 'sign_in' | 'new_account' | 'none'
  secret: string
  version: string
}>

export default function ReceivedInvitation({ invitation, way, secret, version, user }: Props) {
  if (!invitation) return <Gone />
  const { teamName, email, role, inviterName, expiresAt } = invitation
  return (
    <>
      <Head title={`Join ${teamName}`} />
      <h1 dir="auto" className="text-xl font-semibold wrap-anywhere">
        Join {teamName}
      </h1>
      <p className="mt-1 text-muted wrap-anywhere">{inviterName ?? 'A member'} has invited you.</p>
      <dl className="my-5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 rounded-lg border p-3">
        <dt className="text-muted">Team</dt>
        <dd dir="auto" className="wrap-anywhere">
          {teamName}
        </dd>
        <dt className="text-muted">Your role</dt>
        <dd>
          {ROLES[role].label}
          <span className="block text-sm text-muted">{ROLES[role].sentence}</span>
        </dd>
        <dt className="text-muted">For</dt>
        <dd className="wrap-anywhere">{email}</dd>
        <dt className="text-muted">Until</dt>
        <dd>{formatExactTime(Date.parse(expiresAt))}</dd>
      </dl>
      {way === 'accept' && <Accept secret={secret} teamName={teamName} />}
      {way === 'sign_in' && (
        <LinkButton href="/login" variant="primary" size="lg" className="w-full">
          Sign in to join
        </LinkButton>
      )}
      {way === 'other_account' && <OtherAccount email={email} current={user?.email ?? ''} />}
      {way === 'new_account' && <NewAccount secret={secret} email={email} version={version} />}
    </>
  )
}

function Gone() {
  return (
    <>
      <Head title="Invitation" />
      <h1 className="text-xl font-semibold">This invitation is not valid</h1>
      <p className="mt-1 mb-5 text-muted">
        It was used, taken back or has expired. Ask whoever invited you to send it again.
      </p>
      <LinkButton href="/">To the start page</LinkButton>
    </>
  )
}

function Accept({ secret, teamName }: { secret: string; teamName: string }) {
  return (
    <Form route="invitation_acceptances.store" routeParams={{ secret }}>
      {({ processing }) => (
        <Button type="submit" variant="primary" size="lg" className="w-full" busy={processing}>
          <span className="truncate">Join {teamName}</span>
        </Button>
      )}
    </Form>
  )
}

function OtherAccount({ email, current }: { email: string; current: string }) {
  return (
    <div className="grid gap-3">
      <p className="wrap-anywhere">
        You are signed in as {current}, and the invitation is for {email}. Sign out, then open the link in the
        mail again.
      </p>
      <Button onClick={() => router.post('/logout')}>Sign out</Button>
    </div>
  )
}

function NewAccount({ secret, email, version }: { secret: string; email: string; version: string }) {
  return (
    <Form
      route="invited_accounts.store"
      routeParams={{ secret }}
      className="grid gap-4"
      resetOnError={['password']}
    >
      {({ errors, processing }) => (
        <>
          <p className="text-muted">You have no account yet. This makes one.</p>
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <Field label="Full name" error={errors.fullName} required>
            <Input name="fullName" autoComplete="name" maxLength={120} dir="auto" required />
          </Field>
          <Field label="Password" error={errors.password} hint="At least 10 characters." required>
            <PasswordInput
              name="password"
              autoComplete="new-password"
              minLength={10}
              maxLength={128}
              required
            />
          </Field>
          <LegalLine version={version} act="creating an account" error={errors.terms} />
          <Button type="submit" variant="primary" size="lg" busy={processing}>
            Create account and join
          </Button>
        </>
      )}
    </Form>
  )
}
