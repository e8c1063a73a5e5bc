import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { PasswordInput } from '~/components/password_input'
import type { InertiaProps } from '~/types'

export default function ResetPassword({ secret }: InertiaProps<{ secret: string }>) {
  return (
    <>
      <Head title="New password" />
      <h1 className="text-xl font-semibold">Set a new password</h1>
      <p className="mt-1 text-muted">You are then signed out everywhere, and sign in with it.</p>
      <Form
        route="password_resets.update"
        routeParams={{ secret }}
        resetOnError={['password']}
        className="mt-5 grid gap-4"
      >
        {({ errors, processing }) => (
          <>
            <Field label="New password" error={errors.password} hint="At least 10 characters." required>
              <PasswordInput
                name="password"
                autoComplete="new-password"
                minLength={10}
                maxLength={128}
                required
              />
            </Field>
            <Button type="submit" variant="primary" size="lg" busy={processing}>
              Set password
            </Button>
          </>
        )}
      </Form>
    </>
  )
}
