import { Form } from '@adonisjs/inertia/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PasswordInput } from '~/components/password_input'
import { Select } from '~/components/select'
import { OwnServerFields } from './own_server_fields'
import { hasAddress, microsOf, namesIn, PROVIDERS } from './words'

/** A key is tried with one real call before it is kept. */
export function KeyForm() {
  const [provider, setProvider] = useState<string>('openai')
  const own = hasAddress(provider)
  const usual = PROVIDERS.find(({ value }) => value === provider)?.models ?? ''
  return (
    <Card title="Add a key">
      <Form
        key={provider}
        route="provider_keys.store"
        className="grid gap-4"
        resetOnSuccess
        options={{ preserveScroll: true }}
        transform={(data) => ({
          provider,
          apiKey: data.apiKey || null,
          baseUrl: own ? data.baseUrl || null : null,
          models: namesIn(data.models),
          region: own ? data.region || null : null,
          inputPrice: own ? microsOf(data.inputPrice) : null,
          outputPrice: own ? microsOf(data.outputPrice) : null,
        })}
      >
        {({ errors, processing }) => (
          <>
            <Field label="Provider" error={errors.provider} required>
              <Select
                options={PROVIDERS}
                value={provider}
                onChange={(event) => setProvider(event.currentTarget.value)}
              />
            </Field>
            {own && <OwnServerFields errors={errors} provider={provider} />}
            <Field
              label="Key"
              error={errors.apiKey}
              optional={own}
              required={!own}
              hint="Kept encrypted. Nobody sees more of it again than its last four characters."
            >
              <PasswordInput name="apiKey" autoComplete="off" maxLength={512} required={!own} />
            </Field>
            <Field
              label="Models, cheapest first"
              error={errors.models ?? errors['models.0']}
              hint="Names as the provider knows them, separated by commas. The first one is called to try the key."
              required
            >
              <Input
                name="models"
                mono
                defaultValue={usual}
                placeholder={provider === 'ollama' ? 'qwen3-coder:30b' : 'name-of-a-model'}
                required
              />
            </Field>
            <div>
              <Button type="submit" variant="primary" busy={processing}>
                {processing ? 'Trying the key' : 'Try and save'}
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
