import type { Data } from '@generated/data'
import { CircleCheck, CircleSlash, CircleX, Clock, Globe, Lock, ShieldHalf, Unplug } from 'lucide-react'
import type { StatusLook } from '~/components/status'

export type Connection = Data.Projects.Connection
export type HostKind = Connection['host']

export const HOST_NAMES: Record<HostKind, string> = { github: 'GitHub', gitlab: 'GitLab' }

/** What the state of a connection is called, and what it means. */
export const HEALTH: Record<Connection['health'], StatusLook & { sentence: string }> = {
  works: { icon: CircleCheck, label: 'Works', tone: 'ok', sentence: 'The host answers and takes the token.' },
  expired: {
    icon: Clock,
    label: 'Expired',
    tone: 'bad',
    sentence: 'The token is past its end. Reconnect the account to go on.',
  },
  revoked: {
    icon: CircleX,
    label: 'Revoked',
    tone: 'bad',
    sentence: 'The host no longer takes the token. Reconnect the account to go on.',
  },
  unreachable: {
    icon: Unplug,
    label: 'Not reachable',
    tone: 'warn',
    sentence: 'The host did not answer when it was last asked. It is asked again by itself.',
  },
}

export const WAYS: Record<Connection['auth'], string> = {
  oauth: 'Signed in',
  token: 'Access token',
  app: 'GitHub App',
}

export const VISIBILITY = {
  public: { icon: Globe, label: 'Public', tone: 'neutral' },
  internal: { icon: ShieldHalf, label: 'Internal', tone: 'neutral' },
  private: { icon: Lock, label: 'Private', tone: 'neutral' },
} as const satisfies Record<string, StatusLook>

export const NOT_CONNECTED: StatusLook = { icon: CircleSlash, label: 'Not connected', tone: 'neutral' }

/** The address of a host without what everybody knows. */
export const hostOf = (webUrl: string) => webUrl.replace(/^https?:\/\//, '')
