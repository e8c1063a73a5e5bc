import { Form } from '@adonisjs/inertia/react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { PasswordInput } from '~/components/password_input'
import { RelativeTime } from '~/components/relative_time'

interface PasswordCardProps {
  hasPassword: boolean
  changedAt: string | null
}

export function PasswordCard({ hasPassword, changedAt }: PasswordCardProps) {
  return (
    <Card title="Password">
      <p className="mb-4 text-muted">
        {!hasPassword && 'You have no password. With one you can sign in when the other service is away.'}
        {hasPassword && changedAt && (
          <>
            Changed <RelativeTime at={changedAt} />.{' '}
          </>
        )}
        {hasPassword && 'Changing it ends all your other sessions.'}
      </p>
      <Form
        route="passwords.update"
        className="grid max-w-md gap-4"
        resetOnSuccess
        options={{ preserveScroll: true }}
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
            <div>
              <Button type="submit" busy={processing}>
                {hasPassword ? 'Change password' : 'Set password'}
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
