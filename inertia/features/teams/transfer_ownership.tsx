import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { Field } from '~/components/field'
import { Select } from '~/components/select'
import { useSharedProps } from '~/hooks/use_shared_props'

export type Heir = {
  id: string
  name: string
  email: string
}

export function TransferOwnership({ members }: { members: readonly Heir[] }) {
  const errors = useSharedProps().errors as { userId?: string }
  const [chosen, setChosen] = useState('')
  const heir = members.find(({ id }) => id === chosen)
  return (
    <Card title="Transfer ownership">
      <p className="mb-3 text-muted">
        {members.length > 0
          ? 'Another member becomes an owner and you become an admin.'
          : 'There is nobody to hand the team over to. Invite somebody first.'}
      </p>
      {members.length > 0 && (
        <div className="grid gap-4">
          <Field label="New owner" error={errors.userId}>
            <Select
              value={chosen}
              placeholder="Choose a member"
              options={members.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
          </Field>
          <div>
            <ConfirmDialog
              title={`Make ${heir?.name ?? 'them'} the owner?`}
              description="You become an admin. Only an owner can make you one again."
              confirmLabel="Transfer ownership"
              danger
              onConfirm={() => router.post('/settings/ownership', { userId: chosen })}
              trigger={<Button disabled={!heir}>Transfer ownership</Button>}
            />
          </div>
        </div>
      )}
    </Card>
  )
}
