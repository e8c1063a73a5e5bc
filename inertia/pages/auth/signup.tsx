import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PasswordInput } from '~/components/password_input'
import { TextLink } from '~/components/text_link'
import { LegalLine } from '~/features/accounts/legal_line'
import type { InertiaProps } from '~/types'

function ByInvitation() {
  return (
    <>
      <Head title="Sign up" />
      <h1 className="text-xl font-semibold">Sign up by invitation</h1>
      <p className="mt-2 text-muted">
        Here new people come in by invitation only. Ask an owner or admin of a team to invite you, then open
        the link in the mail.
      </p>
      <p className="mt-5 text-muted">
        Already have an account? <TextLink href="/login">Sign in</TextLink>
      </p>
    </>
  )
}

export default function Signup({ open, version }: InertiaProps<{ open: boolean; version: string }>) {
  if (!open) return <ByInvitation />
  return (
    <>
      <Head title="Sign up" />
      <h1 className="text-xl font-semibold">Sign up</h1>
      <p className="mt-1 text-muted">You get a team of your own, in which you can add projects at once.</p>
      <Form route="new_account.store" className="mt-5 grid gap-4">
        {({ errors, processing }) => (
          <>
            <Field label="Full name" error={errors.fullName} required>
              <Input name="fullName" autoComplete="name" maxLength={120} dir="auto" required />
            </Field>
            <Field label="Email" error={errors.email} required>
              <Input
                name="email"
                type="email"
                autoComplete="username"
                autoCapitalize="none"
                maxLength={254}
                required
              />
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
              Create account
            </Button>
          </>
        )}
      </Form>
      <p className="mt-5 text-muted">
        Already have an account? <TextLink href="/login">Sign in</TextLink>
      </p>
    </>
  )
}
