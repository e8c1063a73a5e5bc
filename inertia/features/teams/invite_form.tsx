import { Form } from '@adonisjs/inertia/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { Select } from '~/components/select'
import { ROLES, type Role, roleOptions } from './role_words'

export function InviteForm({ roles }: { roles: readonly Role[] }) {
  const [role, setRole] = useState<Role>('developer')
  return (
    <Card title="Invite somebody">
      <Form route="invitations.store" className="grid max-w-xl gap-4" resetOnSuccess={['email']}>
        {({ errors, processing }) => (
          <>
            <Field label="Email" error={errors.email} required>
              <Input
                name="email"
                type="email"
                autoComplete="off"
                autoCapitalize="none"
                maxLength={254}
                placeholder="name@example.org"
                required
              />
            </Field>
            <Field label="Role" error={errors.role} hint={ROLES[role].sentence} required>
              <Select
                name="role"
                options={roleOptions(roles)}
                value={role}
                onChange={(event) => setRole(event.currentTarget.value as Role)}
              />
            </Field>
            <div>
              <Button type="submit" variant="primary" busy={processing}>
                Send invitation
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
