import { Form } from '@adonisjs/inertia/react'
import { Head, router } from '@inertiajs/react'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PageHeader } from '~/components/page_header'
import { RelativeTime } from '~/components/relative_time'
import { LegalLink } from '~/features/accounts/legal_link'
import { formatExactTime } from '~/lib/format_time'
import type { InertiaProps } from '~/types'

type DataExport = { id: string; createdAt: string; readyAt: string | null; expiresAt: string | null }
type Consent = { version: string; acceptedAt: string }
type Props = InertiaProps<{
  consents: Consent[]
  exports: DataExport[]
  exportDays: number
  graceDays: number
}>

export default function SettingsPrivacy({ consents, exports, exportDays, graceDays, user }: Props) {
  return (
    <>
      <Head title="Your data" />
      <PageHeader
        title="Your data"
        description="What is known about you is yours to take, and to have deleted."
      />
      <div className="grid max-w-2xl gap-6">
        <Exports exports={exports} days={exportDays} />
        <Accepted consents={consents} />
        <Deletion email={user?.email ?? ''} days={graceDays} />
      </div>
    </>
  )
}

function Exports({ exports, days }: { exports: DataExport[]; days: number }) {
  const [busy, setBusy] = useState(false)
  const making = exports.some(({ readyAt }) => readyAt === null)
  const ask = () =>
    router.post(
      '/settings/privacy/exports',
      {},
      { onStart: () => setBusy(true), onFinish: () => setBusy(false) }
    )
  return (
    <Card title="Take your data with you">
      <p className="prose-measure text-muted">
        An archive with your profile, memberships, tokens, workflows, messages and everything you did, as
        JSON. The link comes by mail and counts for {days} days.
      </p>
      {exports.length > 0 && (
        <ul className="mt-3 grid gap-1 text-sm">
          {exports.map(({ id, createdAt, expiresAt }) => (
            <li key={id}>
              Asked for <RelativeTime at={createdAt} />:{' '}
              {expiresAt ? (
                <>
                  sent; deleted <RelativeTime at={expiresAt} />
                </>
              ) : (
                'being made'
              )}
            </li>
          ))}
        </ul>
      )}
      <Button
        className="mt-4"
        busy={busy}
        disabled={making}
        icon={<Download aria-hidden="true" />}
        onClick={ask}
      >
        {making ? 'Being made' : 'Ask for an archive'}
      </Button>
    </Card>
  )
}

function Accepted({ consents }: { consents: Consent[] }) {
  return (
    <Card title="What you accepted">
      <p className="prose-measure text-muted">
        The <LegalLink to="terms">terms</LegalLink> and the <LegalLink to="privacy">privacy notice</LegalLink>
        . When they change, you are asked once.
      </p>
      {consents.length > 0 && (
        <ul className="tabular mt-3 grid gap-1 text-sm">
          {consents.map(({ version, acceptedAt }) => (
            <li key={version} className="wrap-anywhere">
              Version {version}, accepted {formatExactTime(Date.parse(acceptedAt))}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Deletion({ email, days }: { email: string; days: number }) {
  return (
    <Card title="Delete your account" className="border-bad/50">
      <p className="prose-measure text-muted">
        You are signed out everywhere, and teams in which you are alone are deleted with their projects. For{' '}
        {days} days signing in brings everything back; then it is gone. Trails of other teams keep what was
        done, not who you were.
      </p>
      <Form route="account_deletions.store" className="mt-4 grid gap-4">
        {({ errors, processing }) => (
          <>
            <Field
              label="Your email address, to confirm"
              error={(errors as Record<string, string>).confirmation}
              required
            >
              <Input name="confirmation" type="email" autoComplete="off" placeholder={email} required />
            </Field>
            <div>
              <Button type="submit" variant="danger" busy={processing}>
                Delete account
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
