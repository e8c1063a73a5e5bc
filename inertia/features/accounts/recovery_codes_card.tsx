import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { sendJson } from '~/lib/send_json'
import { RecoveryCodes } from './recovery_codes'

const FEW = 3

export function RecoveryCodesCard({ left }: { left: number }) {
  const [codes, setCodes] = useState<string[] | null>(null)
  const [problem, setProblem] = useState('')

  async function renew() {
    const answer = await sendJson<{ recoveryCodes: string[] }>('POST', '/settings/recovery-codes')
    if (answer.ok) {
      setCodes(answer.body.recoveryCodes)
      router.reload()
    } else setProblem(answer.errors.form ?? '')
  }

  return (
    <Card title="Recovery codes">
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : (
        <div className="grid gap-4">
          <p className={left <= FEW ? 'text-warn' : 'text-muted'}>
            {left === 1 ? 'One code is left.' : `${left} codes are left.`} They sign you in when your device
            is lost.
          </p>
          {problem && (
            <p role="alert" className="text-sm text-bad">
              {problem}
            </p>
          )}
          <div>
            <ConfirmDialog
              title="Make new recovery codes?"
              description="Those that you have now do not count any more."
              confirmLabel="Make new codes"
              cancelLabel="Keep mine"
              onConfirm={renew}
              trigger={<Button>Make new codes</Button>}
            />
          </div>
        </div>
      )}
    </Card>
  )
}
