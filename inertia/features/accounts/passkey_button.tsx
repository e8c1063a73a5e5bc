import { router } from '@inertiajs/react'
import { Fingerprint } from 'lucide-react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { passkeysWork, signWithPasskey } from './passkeys'

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
    const answer = await signWithPasskey<{ location: string }>(purpose, '/login/passkey')
    setBusy(false)
    if (answer.ok) router.visit(answer.body.location)
    else setProblem(answer.errors.passkey ?? answer.errors.form ?? '')
  }

  return (
    <div className="grid gap-1.5">
      <Button size="lg" icon={<Fingerprint aria-hidden="true" />} busy={busy} onClick={signIn}>
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
