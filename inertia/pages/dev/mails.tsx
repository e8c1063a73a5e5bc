import { Head, router } from '@inertiajs/react'
import { Mail, RefreshCw } from 'lucide-react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Code } from '~/components/code'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { RelativeTime } from '~/components/relative_time'
import { linkParts } from '~/features/ops/link_parts'
import type { InertiaProps } from '~/types'

type StoredMail = {
  id: string
  to: string
  subject: string
  text: string
  at: string
}

type Props = InertiaProps<{ mails: StoredMail[]; folder: string }>

function MailText({ text }: { text: string }) {
  return (
    <div className="font-mono text-sm whitespace-pre-wrap wrap-anywhere">
      {linkParts(text).map((part) =>
        part.url ? (
          <a key={part.at} href={part.url} className="text-accent underline underline-offset-2">
            {part.text}
          </a>
        ) : (
          part.text
        )
      )}
    </div>
  )
}

export default function DevMails({ mails, folder }: Props) {
  return (
    <div className="mx-auto max-w-3xl py-8">
      <Head title="Mails" />
      <PageHeader
        title="Mails of this installation"
        description={
          <>
            No mail server is configured, so mails are written to <Code>{folder}</Code> and shown here, to
            this machine only. Set <Code>SMTP_URL</Code> to send them.
          </>
        }
        actions={
          <Button icon={<RefreshCw aria-hidden="true" />} onClick={() => router.reload()}>
            Look again
          </Button>
        }
      />
      {mails.length === 0 ? (
        <EmptyState icon={Mail} title="No mails yet">
          What would be sent from now on appears here within seconds.
        </EmptyState>
      ) : (
        <div className="grid gap-4">
          {mails.map((mail) => (
            <Card key={mail.id} title={mail.subject}>
              <p className="mb-3 text-sm text-muted">
                to <span className="wrap-anywhere">{mail.to}</span>, <RelativeTime at={mail.at} />
              </p>
              <MailText text={mail.text} />
            </Card>
          ))}
        </div>
      )}
    </div>
  )
}
