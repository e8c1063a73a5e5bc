import { Fingerprint } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PasswordInput } from '~/components/password_input'
import type { WaysToConfirm } from '~/lib/confirmation'
import { type Answer, sendJson } from '~/lib/send_json'
import { signWithPasskey } from './passkeys'
import { passkeysWork } from './passkeys_work'
import { ProviderButtons } from './provider_buttons'

type Typed = 'password' | 'code'

interface ConfirmFormProps {
  ways: WaysToConfirm
  onConfirmed: () => void
}

/** Password, code or passkey: any one of them shows that it is still the same person. */
export function ConfirmForm({ ways, onConfirmed }: ConfirmFormProps) {
  const [typed, setTyped] = useState<Typed>(ways.password ? 'password' : 'code')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState<'form' | 'passkey' | null>(null)
  const withPasskey = ways.passkey && passkeysWork()
  const typing = ways.password || ways.totp

  async function send(what: 'form' | 'passkey', answer: Promise<Answer<unknown>>) {
    setBusy(what)
    const result = await answer
    setBusy(null)
    if (result.ok) onConfirmed()
    else setErrors(result.errors)
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // The form may stand in a dialog over another form.
    event.stopPropagation()
    const value = String(new FormData(event.currentTarget).get(typed) ?? '')
    void send('form', sendJson('POST', '/confirm', { [typed]: value }))
  }

  const problem = errors.form ?? errors.passkey
  return (
    <div className="grid gap-4">
      {problem && (
        <p role="alert" className="text-sm text-bad">
          {problem}
        </p>
      )}
      {typing && (
        <form onSubmit={submit} className="grid gap-4">
          {typed === 'password' ? (
            <Field key="password" label="Your password" error={errors.password} required>
              <PasswordInput name="password" autoComplete="current-password" autoFocus required />
            </Field>
          ) : (
            <Field
              key="code"
              label="Code of your authenticator app"
              hint="Six digits."
              error={errors.code}
              required
            >
              <Input
                name="code"
                mono
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={7}
                autoFocus
                required
              />
            </Field>
          )}
          <Button type="submit" variant="primary" busy={busy === 'form'}>
            Confirm
          </Button>
        </form>
      )}
      <div className="flex flex-wrap gap-2">
        {withPasskey && (
          <Button
            icon={<Fingerprint aria-hidden="true" />}
            busy={busy === 'passkey'}
            onClick={() => send('passkey', signWithPasskey('confirm', '/confirm'))}
          >
            Use a passkey
          </Button>
        )}
        {ways.password && ways.totp && (
          <Button variant="ghost" onClick={() => setTyped(typed === 'password' ? 'code' : 'password')}>
            {typed === 'password' ? 'Use a code instead' : 'Use the password instead'}
          </Button>
        )}
      </div>
      {!typing && !withPasskey && <ProviderButtons providers={ways.providers} purpose="confirm" />}
    </div>
  )
}
