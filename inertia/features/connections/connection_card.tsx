import { router } from '@inertiajs/react'
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { ExternalLink } from '~/components/external_link'
import { LinkButton } from '~/components/link_button'
import { RelativeTime } from '~/components/relative_time'
import { Status } from '~/components/status'
import { type Connection, HEALTH, HOST_NAMES, hostOf, WAYS } from './host_words'

interface ConnectionCardProps {
  connection: Connection
  mayManage: boolean
}

/** One connected account: whose, what it may, whether it works. */
export function ConnectionCard({ connection, mayManage }: ConnectionCardProps) {
  const health = HEALTH[connection.health]
  const broken = connection.health === 'expired' || connection.health === 'revoked'
  return (
    <li className="grid gap-3 p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold wrap-anywhere">
            <ExternalLink href={`${connection.webUrl}/${connection.accountLogin}`}>
              {connection.accountLogin}
            </ExternalLink>
            <Badge>{WAYS[connection.auth]}</Badge>
          </h3>
          <p className="text-sm text-muted wrap-anywhere">
            {HOST_NAMES[connection.host]} at {hostOf(connection.webUrl)}
            {connection.accountName ? ` · ${connection.accountName}` : ''}
          </p>
        </div>
        <Status {...health} look="pill" />
      </div>
      {connection.health !== 'works' && (
        <p className="text-sm wrap-anywhere">{connection.healthReason ?? health.sentence}</p>
      )}
      <Facts connection={connection} />
      {mayManage && (
        <div className="flex flex-wrap gap-2">
          {broken && connection.auth !== 'token' && (
            <LinkButton
              href={`/settings/connections/${connection.host}/authorize`}
              variant="primary"
              size="sm"
              external
            >
              Reconnect
            </LinkButton>
          )}
          <Check connection={connection} />
          <Disconnect connection={connection} />
        </div>
      )}
    </li>
  )
}

function Facts({ connection }: { connection: Connection }) {
  const { scopes, repositories, projects, syncedAt, syncProblem, tokenExpiresAt, renews } = connection
  return (
    <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm [&_dt]:text-muted">
      <dt>Scopes</dt>
      <dd className="wrap-anywhere">{scopes?.length ? scopes.join(', ') : 'Not told by the host'}</dd>
      <dt>Repositories</dt>
      <dd className="tabular">
        {syncedAt ? (
          <>
            {repositories.toLocaleString('en-US')}, read <RelativeTime at={syncedAt} />
          </>
        ) : (
          (syncProblem ?? 'Being read …')
        )}
        {syncedAt && syncProblem && <span className="block text-bad">{syncProblem}</span>}
      </dd>
      <dt>Projects</dt>
      <dd className="tabular">{projects}</dd>
      {tokenExpiresAt && !renews && (
        <>
          <dt>Token ends</dt>
          <dd>
            <RelativeTime at={tokenExpiresAt} />
          </dd>
        </>
      )}
      {connection.rateLimit !== null && connection.rateRemaining !== null && (
        <>
          <dt>Requests left</dt>
          <dd className="tabular">
            {connection.rateRemaining.toLocaleString('en-US')} of{' '}
            {connection.rateLimit.toLocaleString('en-US')}
          </dd>
        </>
      )}
      <dt>Checked</dt>
      <dd>
        <RelativeTime at={connection.checkedAt} />
      </dd>
    </dl>
  )
}

function Check({ connection }: { connection: Connection }) {
  const [busy, setBusy] = useState(false)
  const check = () =>
    router.post(
      `/settings/connections/${connection.id}/checks`,
      {},
      { preserveScroll: true, onStart: () => setBusy(true), onFinish: () => setBusy(false) }
    )
  return (
    <Button size="sm" busy={busy} onClick={check} aria-label={`Check ${connection.accountLogin}`}>
      <RefreshCw aria-hidden="true" />
      Check now
    </Button>
  )
}

function Disconnect({ connection }: { connection: Connection }) {
  const count = connection.projects
  const hit =
    count === 0
      ? ''
      : ` ${count === 1 ? 'One project uses' : `${count} projects use`} it and can no longer push or read a private repository.`
  return (
    <ConfirmDialog
      title={`Disconnect ${connection.accountLogin}?`}
      description={`Its tokens are deleted here and our webhooks are removed at ${HOST_NAMES[connection.host]}.${hit}`}
      confirmLabel="Disconnect"
      cancelLabel="Keep it"
      danger
      onConfirm={() => router.delete(`/settings/connections/${connection.id}`, { preserveScroll: true })}
      trigger={
        <Button size="sm" aria-label={`Disconnect ${connection.accountLogin}`}>
          Disconnect
        </Button>
      }
    />
  )
}
