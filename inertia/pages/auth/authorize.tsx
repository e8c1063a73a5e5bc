import { Head, router, usePage } from '@inertiajs/react'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { ROLES, type Role } from '~/features/teams/role_words'
import type { InertiaProps } from '~/types'

const MEANING: Record<string, string> = {
  read: 'See projects, workflows, their logs and changes',
  write: 'Start, steer and cancel workflows, add and change projects',
  admin: 'Manage members, models and settings of the team, read its audit trail',
}

/** So many rights are said one by one. */
const FEW = 5

type Props = InertiaProps<{
  clientName: string
  scopes: string[]
  /** What it asked for and does not get, as the person's role has no more. */
  withheld: string[]
  role: Role
  /** All that it may do, in words. */
  may: string[]
  returnsTo: string
}>

/** A program asks to act for the person. What it asked is in the address, and is sent back with the decision. */
export default function Authorize(props: Props) {
  const { clientName, scopes, withheld, role, may, returnsTo, user, team } = props
  const { url } = usePage()
  const few = may.length <= FEW
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
        <b className="font-medium text-text wrap-anywhere">{team?.name}</b>, never with more rights than you
        have there ({ROLES[role].label}):
      </p>
      <Points texts={few ? may : scopes.map((scope) => MEANING[scope] ?? scope)} />
      {!few && (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer text-muted">Exactly: {may.length} rights</summary>
          <ul className="mt-2 ml-4 grid list-disc gap-1">
            {may.map((right) => (
              <li key={right}>{right}</li>
            ))}
          </ul>
        </details>
      )}
      {withheld.length > 0 && (
        <p className="mt-4 rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn">
          It asked for more ({withheld.join(', ')}). Your role does not include that, so it does not get it.
        </p>
      )}
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

function Points({ texts }: { texts: string[] }) {
  return (
    <ul className="mt-4 grid gap-2">
      {texts.map((text) => (
        <li key={text} className="flex gap-2.5">
          <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ok" />
          {text}
        </li>
      ))}
    </ul>
  )
}
