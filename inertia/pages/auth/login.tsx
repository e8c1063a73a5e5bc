import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PasswordInput } from '~/components/password_input'
import { TextLink } from '~/components/text_link'

export default function Login() {
  return (
    <>
      <Head title="Sign in" />
      <h1 className="text-xl font-semibold">Sign in</h1>
      <Form route="session.store" resetOnError={['password']} className="mt-5 grid gap-4">
        {({ errors, processing }) => (
          <>
            <Field label="Email" error={errors.email} required>
              <Input name="email" type="email" autoComplete="username" autoCapitalize="none" required />
            </Field>
            <Field label="Password" error={errors.password} required>
              <PasswordInput name="password" autoComplete="current-password" required />
            </Field>
            <Button type="submit" variant="primary" size="lg" busy={processing}>
              Sign in
            </Button>
          </>
        )}
      </Form>
      <p className="mt-5 text-muted">
        No account yet? <TextLink href="/signup">Sign up</TextLink>
      </p>
    </>
  )
}
