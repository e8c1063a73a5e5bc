import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { passkeysWork } from './passkeys_work'

interface PasskeyButtonProps {
  purpose: 'sign_in' | 'second_factor'
  label: string
}

/** Signs in with a passkey; not there where the browser has no use for it. */
export function PasskeyButton({ purpose, label }: PasskeyButtonProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  if (!passkeysWork()) return null

  async function signIn() {
    setBusy(true)
    setProblem('')
    const { signWithPasskey } = await import('./passkeys')
    const answer = await signWithPasskey<{ location: string }>(purpose, '/login/passkey')
    setBusy(false)
    if (answer.ok) router.visit(answer.body.location)
    else setProblem(answer.errors.passkey ?? answer.errors.form ?? '')
  }

  return (
    <div className="grid gap-1.5">
      <Button size="lg" busy={busy} onClick={signIn}>
        {label}
      </Button>
      {problem && (
        <p role="alert" className="text-sm text-bad">
          {problem}
        </p>
      )}
    </div>
  )
}
