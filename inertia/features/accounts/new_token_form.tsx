import { Form } from '@adonisjs/inertia/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { RadioGroup } from '~/components/radio_group'
import { Select } from '~/components/select'

const RIGHTS = [
  { value: 'read', label: 'Read', hint: 'See projects, workflows and their events.' },
  {
    value: 'write',
    label: 'Read and write',
    hint: 'Also run, cancel and approve workflows, add and remove projects.',
  },
]

const LIFETIMES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: 'never', label: 'Until it is revoked' },
]

export function NewTokenForm() {
  const [rights, setRights] = useState('read')
  return (
    <Card title="New token">
      <Form
        route="api_tokens.store"
        className="grid gap-4"
        resetOnSuccess
        transform={(data) => ({ ...data, scopes: [rights] })}
      >
        {({ errors, processing }) => (
          <>
            <Field
              label="Name"
              hint="Where it will be used, so that you know it later."
              error={errors.name}
              required
            >
              <Input
                name="name"
                placeholder="CI on main"
                maxLength={80}
                dir="auto"
                autoComplete="off"
                required
              />
            </Field>
            <RadioGroup
              legend="Rights"
              name="rights"
              options={RIGHTS}
              value={rights}
              onValueChange={setRights}
              error={errors.scopes}
            />
            <Field label="Valid for" error={errors.expires} required>
              <Select name="expires" options={LIFETIMES} defaultValue="90" />
            </Field>
            <div>
              <Button type="submit" variant="primary" busy={processing}>
                Create token
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
