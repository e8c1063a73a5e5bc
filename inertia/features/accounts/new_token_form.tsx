import { Form } from '@adonisjs/inertia/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { RadioGroup } from '~/components/radio_group'
import { Select } from '~/components/select'
import { useSharedProps } from '~/hooks/use_shared_props'
import { LIFETIMES, OPERATOR_SCOPE, TOKEN_SCOPES } from './token_scopes'

export function NewTokenForm() {
  const { user } = useSharedProps()
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
              options={user?.isOperator ? [...TOKEN_SCOPES, OPERATOR_SCOPE] : TOKEN_SCOPES}
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
