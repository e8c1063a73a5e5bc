import { Form } from '@adonisjs/inertia/react'
import type { Data } from '@generated/data'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Dialog } from '~/components/dialog'
import { Field } from '~/components/field'
import { Input } from '~/components/input'

export function RenamePasskeyDialog({ passkey }: { passkey: Data.Accounts.Passkey }) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      title="Rename the passkey"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="ghost" aria-label={`Rename ${passkey.name}`}>
          Rename
        </Button>
      }
    >
      <Form
        route="passkeys.update"
        routeParams={{ id: passkey.id }}
        className="grid gap-4"
        options={{ preserveScroll: true }}
        onSuccess={() => setOpen(false)}
      >
        {({ errors, processing }) => (
          <>
            <Field label="Name" error={errors.name} required>
              <Input name="name" defaultValue={passkey.name} maxLength={80} dir="auto" required />
            </Field>
            <Button type="submit" variant="primary" busy={processing}>
              Save name
            </Button>
          </>
        )}
      </Form>
    </Dialog>
  )
}
