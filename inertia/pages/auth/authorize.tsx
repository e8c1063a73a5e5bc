import { Head, router, usePage } from '@inertiajs/react'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { Button } from '~/components/button'
import type { InertiaProps } from '~/types'

const MEANING: Record<string, string> = {
  read: 'See projects, workflows, their logs and changes',
  write: 'Start, steer and cancel workflows, add and change projects',
  admin: 'Manage members, tokens and settings of the team',
}

type Props = InertiaProps<{ clientName: string; scopes: string[]; returnsTo: string }>

/** A program asks to act for the person. What it asked is in the address, and is sent back with the decision. */
export default function Authorize({ clientName, scopes, returnsTo, user, team }: Props) {
  const { url } = usePage()
  const [busy, setBusy] = useState<'allow' | 'deny' | null>(null)

  function decide(decision: 'allow' | 'deny') {
    setBusy(decision)
    router.post(url, { decision }, { onFinish: () => setBusy(null) })
  }

  return (
    <>
      <Head title={`Allow ${clientName}?`} />
      <h1 className="text-xl font-semibold">Allow {clientName}?</h1>
      <p className="mt-2 text-muted">
        It will act as <b className="font-medium text-text wrap-anywhere">{user?.email}</b> in{' '}
        <b className="font-medium text-text wrap-anywhere">{team?.name}</b>:
      </p>
      <ul className="mt-4 grid gap-2">
        {scopes.map((scope) => (
          <li key={scope} className="flex gap-2.5">
            <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ok" />
            {MEANING[scope] ?? scope}
          </li>
        ))}
      </ul>
      <p className="mt-4 text-sm text-muted">
        Allow this only if you have just started it yourself. The answer goes to{' '}
        <span className="font-mono wrap-anywhere">{returnsTo}</span>; you can take the access back under
        Settings.
      </p>
      <div className="mt-5 grid grid-cols-2 gap-3">
        <Button size="lg" busy={busy === 'deny'} disabled={busy !== null} onClick={() => decide('deny')}>
          Refuse
        </Button>
        <Button
          size="lg"
          variant="primary"
          busy={busy === 'allow'}
          disabled={busy !== null}
          onClick={() => decide('allow')}
        >
          Allow
        </Button>
      </div>
    </>
  )
}
