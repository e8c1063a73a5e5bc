import { Form } from '@adonisjs/inertia/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { RadioGroup } from '~/components/radio_group'
import { Select } from '~/components/select'
import { LIFETIMES, TOKEN_SCOPES } from './token_scopes'

interface NewTokenFormProps {
  route: 'api_tokens.store' | 'service_tokens.store'
  /** What is made, in one word: `token`. */
  noun: string
  nameHint: string
  nameExample: string
  scopes?: typeof TOKEN_SCOPES
}

export function NewTokenForm({
  route,
  noun,
  nameHint,
  nameExample,
  scopes = TOKEN_SCOPES,
}: NewTokenFormProps) {
  const [rights, setRights] = useState('read')
  return (
    <Card title={`New ${noun}`}>
      <Form
        route={route}
        className="grid max-w-xl gap-4"
        resetOnSuccess
        transform={(data) => ({ ...data, scopes: [rights] })}
      >
        {({ errors, processing }) => (
          <>
            <Field label="Name" hint={nameHint} error={errors.name} required>
              <Input
                name="name"
                placeholder={nameExample}
                maxLength={80}
                dir="auto"
                autoComplete="off"
                required
              />
            </Field>
            <RadioGroup
              legend="Rights"
              name="rights"
              options={scopes}
              value={rights}
              onValueChange={setRights}
              error={errors.scopes}
            />
            <Field label="Valid for" error={errors.expires} required>
              <Select name="expires" options={LIFETIMES} defaultValue="90" />
            </Field>
            <div>
              <Button type="submit" variant="primary" busy={processing}>
                Create {noun}
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
