import { router } from '@inertiajs/react'
import { type FormEvent, useState } from 'react'
import { Button } from '~/components/button'
import { Dialog } from '~/components/dialog'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { makePasskey } from './passkeys'
import { RecoveryCodes } from './recovery_codes'

export function NewPasskeyDialog() {
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const [codes, setCodes] = useState<string[] | null>(null)

  function close() {
    setOpen(false)
    setCodes(null)
    setProblem('')
    router.reload()
  }

  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '')
    setBusy(true)
    setProblem('')
    const answer = await makePasskey(name)
    setBusy(false)
    if (!answer.ok) setProblem(Object.values(answer.errors)[0] ?? '')
    else if (answer.body.recoveryCodes) setCodes(answer.body.recoveryCodes)
    else close()
  }

  return (
    <Dialog
      title={codes ? 'The passkey was added' : 'Add a passkey'}
      open={open}
      onOpenChange={(wanted) => (wanted ? setOpen(true) : close())}
      trigger={<Button size="sm">Add passkey</Button>}
      footer={
        codes && (
          <Button variant="primary" onClick={close}>
            Done
          </Button>
        )
      }
    >
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : (
        <form onSubmit={make} className="grid gap-4">
          <Field
            label="Name"
            hint="Where it is kept, so that you know it later."
            error={problem || undefined}
            required
          >
            <Input
              name="name"
              placeholder="Work laptop"
              maxLength={80}
              dir="auto"
              autoComplete="off"
              required
            />
          </Field>
          <Button type="submit" variant="primary" busy={busy}>
            Go on
          </Button>
        </form>
      )}
    </Dialog>
  )
}
