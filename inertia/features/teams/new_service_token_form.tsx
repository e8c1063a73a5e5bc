import { Form } from '@adonisjs/inertia/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { RadioGroup } from '~/components/radio_group'
import { Select } from '~/components/select'
import { LIFETIMES, TOKEN_SCOPES } from '~/features/accounts/token_scopes'

export function NewServiceTokenForm() {
  const [scope, setScope] = useState('read')
  return (
    <Card title="New robot">
      <Form
        route="service_tokens.store"
        className="grid max-w-xl gap-4"
        resetOnSuccess
        transform={(data) => ({ ...data, scopes: [scope] })}
      >
        {({ errors, processing }) => (
          <>
            <Field label="Name" hint="Its work is shown under it." error={errors.name} required>
              <Input
                name="name"
                placeholder="Nightly CI"
                maxLength={80}
                dir="auto"
                autoComplete="off"
                required
              />
            </Field>
            <RadioGroup
              legend="Rights"
              name="rights"
              options={TOKEN_SCOPES}
              value={scope}
              onValueChange={setScope}
              error={errors.scopes}
            />
            <Field label="Valid for" error={errors.expires} required>
              <Select name="expires" options={LIFETIMES} defaultValue="90" />
            </Field>
            <div>
              <Button type="submit" variant="primary" busy={processing}>
                Create robot
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
