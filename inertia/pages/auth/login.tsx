import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { Button } from '~/components/button'
import { Checkbox } from '~/components/checkbox'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PasswordInput } from '~/components/password_input'
import { TextLink } from '~/components/text_link'
import { PasskeyButton } from '~/features/accounts/passkey_button'
import { ProviderButtons } from '~/features/accounts/provider_buttons'
import type { InertiaProps } from '~/types'

export default function Login({ providers }: InertiaProps<{ providers: string[] }>) {
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
            <Checkbox name="remember" label="Stay signed in on this device" />
            <Button type="submit" variant="primary" size="lg" busy={processing}>
              Sign in
            </Button>
          </>
        )}
      </Form>
      <div className="mt-3 grid gap-3">
        <PasskeyButton purpose="sign_in" label="Sign in with a passkey" />
        <ProviderButtons providers={providers} purpose="sign_in" />
      </div>
      <p className="mt-5 text-muted">
        <TextLink href="/password/forgot">Forgot your password?</TextLink>
      </p>
      <p className="mt-2 text-muted">
        No account yet? <TextLink href="/signup">Sign up</TextLink>
      </p>
    </>
  )
}
