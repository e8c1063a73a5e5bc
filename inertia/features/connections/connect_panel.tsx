import { Form } from '@adonisjs/inertia/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { LinkButton } from '~/components/link_button'
import { PasswordInput } from '~/components/password_input'
import { RadioGroup } from '~/components/radio_group'
import { type HostKind, hostOf } from './host_words'

type ScopeReason = {
  scope: string
  reason: string
}

export type ConnectableHost = {
  kind: HostKind
  name: string
  webUrl: string
  /** `token`: the operator has registered nothing there. */
  way: 'app' | 'oauth' | 'token'
  scopes: ScopeReason[]
  tokenScopes: ScopeReason[]
}

const OPTIONS = [
  { value: 'github', label: 'GitHub' },
  { value: 'gitlab', label: 'GitLab' },
]

/** Connecting an account: by consent at the host where that is set up, by a token everywhere. */
export function ConnectPanel({ hosts }: { hosts: readonly ConnectableHost[] }) {
  return (
    <div className="grid gap-6">
      <Card title="Connect an account">
        <div className="grid gap-5">
          {hosts.map((host) => (
            <ByConsent key={host.kind} host={host} />
          ))}
        </div>
      </Card>
      <ByToken hosts={hosts} />
    </div>
  )
}

function ByConsent({ host }: { host: ConnectableHost }) {
  const names = host.kind.toUpperCase()
  if (host.way === 'token') {
    return (
      <div className="grid gap-1">
        <p className="font-medium">{host.name}</p>
        <p className="text-sm text-muted">
          Use a token below. The operator of this installation turns on signing in with{' '}
          <code className="font-mono wrap-anywhere">{names}_CLIENT_ID</code> and{' '}
          <code className="font-mono wrap-anywhere">{names}_CLIENT_SECRET</code>.
        </p>
      </div>
    )
  }
  return (
    <div className="grid justify-items-start gap-2">
      <LinkButton href={`/settings/connections/${host.kind}/authorize`} variant="primary" external>
        Connect {host.name}
      </LinkButton>
      <p className="text-sm text-muted wrap-anywhere">
        {host.way === 'app' ? 'You choose the repositories' : 'You are asked for consent'} at{' '}
        {hostOf(host.webUrl)}.
      </p>
      <Scopes
        title={host.way === 'app' ? 'What the app may do, and why' : 'What is asked for, and why'}
        of={host.scopes}
      />
    </div>
  )
}

function Scopes({ title, of: scopes }: { title: string; of: ScopeReason[] }) {
  return (
    <details className="w-full text-sm">
      <summary className="cursor-pointer text-muted hover:text-text">{title}</summary>
      <dl className="mt-2 grid gap-2">
        {scopes.map(({ scope, reason }) => (
          <div key={scope}>
            <dt className="font-mono text-xs">{scope}</dt>
            <dd className="text-muted">{reason}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function ByToken({ hosts }: { hosts: readonly ConnectableHost[] }) {
  const [kind, setKind] = useState<string>('github')
  const host = hosts.find((one) => one.kind === kind)!
  return (
    <Card title="Connect with a token">
      <Form route="connections.store" className="grid gap-4" resetOnSuccess>
        {({ errors, processing }) => (
          <>
            <RadioGroup
              legend="Host"
              name="host"
              options={OPTIONS}
              value={kind}
              onValueChange={setKind}
              error={errors.host}
            />
            <Field
              label="Address"
              optional
              error={errors.url}
              hint={`Only for a server of your own. Left empty it is ${hostOf(host.webUrl)}.`}
            >
              <Input
                name="url"
                mono
                placeholder={`https://${kind}.example.com`}
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                maxLength={500}
              />
            </Field>
            <Field label="Access token" required error={errors.token} hint={TOKEN_HINT[host.kind]}>
              <PasswordInput name="token" autoComplete="off" maxLength={4000} required />
            </Field>
            <Scopes title="The scope it needs, and why" of={host.tokenScopes} />
            <div>
              <Button type="submit" variant="primary" busy={processing}>
                {processing ? `Asking ${host.name} …` : 'Connect'}
              </Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}

const TOKEN_HINT: Record<HostKind, string> = {
  github: 'A classic or fine-grained personal access token. It is stored encrypted and never shown again.',
  gitlab: 'A personal, group or project access token. It is stored encrypted and never shown again.',
}
