import { Form } from '@adonisjs/inertia/react'
import { Head } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { TextLink } from '~/components/text_link'
import { PasskeyButton } from '~/features/accounts/passkey_button'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ totp: boolean; passkey: boolean }>

export default function SecondFactor({ totp, passkey }: Props) {
  const [recovery, setRecovery] = useState(!totp && !passkey)
  const typing = totp || recovery
  return (
    <>
      <Head title="Second step" />
      <h1 className="text-xl font-semibold">One more step</h1>
      <p className="mt-1 text-muted">Your account asks for a second proof that it is you.</p>
      <div className="mt-5 grid gap-4">
        {passkey && <PasskeyButton purpose="second_factor" label="Use a passkey" />}
        {typing && (
          <Form route="second_factors.store" resetOnError={['code']} className="grid gap-4">
            {({ errors, processing }) => (
              <>
                <Field
                  label={recovery ? 'Recovery code' : 'Code of your authenticator app'}
                  hint={recovery ? 'One of those you have kept. Each works once.' : 'Six digits.'}
                  error={errors.code}
                  required
                >
                  <Input
                    key={String(recovery)}
                    name="code"
                    mono
                    inputMode={recovery ? 'text' : 'numeric'}
                    autoComplete="one-time-code"
                    autoCapitalize="none"
                    maxLength={recovery ? 40 : 7}
                    autoFocus
                    required
                  />
                </Field>
                <Button type="submit" variant="primary" size="lg" busy={processing}>
                  Sign in
                </Button>
              </>
            )}
          </Form>
        )}
        <Button variant="ghost" onClick={() => setRecovery(!recovery)}>
          {recovery ? 'Back' : 'Use a recovery code'}
        </Button>
      </div>
      <p className="mt-5 text-muted">
        Not you? <TextLink href="/login">Sign in as somebody else</TextLink>
      </p>
    </>
  )
}
