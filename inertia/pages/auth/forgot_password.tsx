import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { TextLink } from '~/components/text_link'
import { useSharedProps } from '~/hooks/use_shared_props'

export default function ForgotPassword() {
  const { system } = useSharedProps()
  return (
    <>
      <Head title="Forgotten password" />
      <h1 className="text-xl font-semibold">Set a new password</h1>
      <p className="mt-1 text-muted">A link is mailed to your address. It counts for one hour.</p>
      <Form route="password_resets.store" className="mt-5 grid gap-4">
        {({ errors, processing }) => (
          <>
            <Field label="Email" error={errors.email} required>
              <Input name="email" type="email" autoComplete="username" autoCapitalize="none" required />
            </Field>
            <Button type="submit" variant="primary" size="lg" busy={processing}>
              Mail me a link
            </Button>
          </>
        )}
      </Form>
      {system.embedded && system.mails === 'files' && (
        <p className="mt-5 text-muted">
          This machine sends no mails: they are <TextLink href="/dev/mail">kept here</TextLink>.
        </p>
      )}
      <p className="mt-5 text-muted">
        <TextLink href="/login">Back to sign in</TextLink>
      </p>
    </>
  )
}
