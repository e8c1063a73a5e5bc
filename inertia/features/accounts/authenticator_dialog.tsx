import { router } from '@inertiajs/react'
import { type FormEvent, useState } from 'react'
import { Button } from '~/components/button'
import { CopyButton } from '~/components/copy_button'
import { Dialog } from '~/components/dialog'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { sendJson } from '~/lib/send_json'
import { RecoveryCodes } from './recovery_codes'

interface NewTotp {
  manualKey: string
  qrCode: string
}

type Stage = { at: 'key'; totp: NewTotp } | { at: 'done'; codes: string[] | null }

/** Shows the secret once, and switches it on with the first code that fits. */
export function AuthenticatorDialog() {
  const [stage, setStage] = useState<Stage | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')

  async function begin() {
    setBusy(true)
    setProblem('')
    const answer = await sendJson<NewTotp>('POST', '/settings/totp')
    setBusy(false)
    if (answer.ok) setStage({ at: 'key', totp: answer.body })
    else setProblem(answer.errors.form ?? '')
  }

  async function confirm(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    const code = String(new FormData(event.currentTarget).get('code') ?? '')
    const answer = await sendJson<{ recoveryCodes: string[] | null }>('PUT', '/settings/totp', { code })
    setBusy(false)
    if (answer.ok) setStage({ at: 'done', codes: answer.body.recoveryCodes })
    else setProblem(answer.errors.code ?? answer.errors.form ?? '')
  }

  function close() {
    setStage(null)
    setProblem('')
    router.reload()
  }

  return (
    <>
      <Button busy={busy && !stage} onClick={begin}>
        Add app
      </Button>
      {!stage && problem && (
        <p role="alert" className="mt-2 text-sm text-bad">
          {problem}
        </p>
      )}
      <Dialog
        open={stage !== null}
        onOpenChange={(open) => {
          if (!open) close()
        }}
        title={stage?.at === 'done' ? 'The authenticator app is on' : 'Add an authenticator app'}
        footer={
          stage?.at === 'done' && (
            <Button variant="primary" onClick={close}>
              Done
            </Button>
          )
        }
      >
        {stage?.at === 'key' && (
          <form onSubmit={confirm} className="grid gap-4">
            <p>Scan this with the app, or type the key into it. Then enter the code that it shows.</p>
            <img
              src={`data:image/svg+xml;base64,${btoa(stage.totp.qrCode)}`}
              alt="QR code with the key below"
              className="size-44 justify-self-center rounded-md bg-white p-1"
            />
            <div className="flex items-center justify-center gap-2">
              <code className="font-mono text-sm wrap-anywhere select-all">{stage.totp.manualKey}</code>
              <CopyButton text={stage.totp.manualKey.replaceAll(' ', '')} label="Copy key" />
            </div>
            <Field label="Code" hint="Six digits." error={problem || undefined} required>
              <Input
                name="code"
                mono
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={7}
                required
              />
            </Field>
            <Button type="submit" variant="primary" busy={busy}>
              Switch on
            </Button>
          </form>
        )}
        {stage?.at === 'done' && stage.codes && <RecoveryCodes codes={stage.codes} />}
        {stage?.at === 'done' && !stage.codes && <p>Your recovery codes stay as they are.</p>}
      </Dialog>
    </>
  )
}
