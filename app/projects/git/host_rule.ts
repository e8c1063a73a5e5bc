import { isIP } from 'node:net'
import { isPublicAddress } from '#shared/network/public_address'

export type HostVerdict = 'refuse' | 'public_addresses' | 'any_address'

/** Answers for a host name or literal address, lower case and without brackets. */
export type HostRule = (host: string) => HostVerdict

/** Hosts of the open internet only; what a name resolves to is looked at again when connecting. */
export const publicHosts: HostRule = (host) => {
  if (isIP(host)) return isPublicAddress(host) ? 'public_addresses' : 'refuse'
  const local = !host.includes('.') || /(^|\.)(localhost|local|internal|home\.arpa)$/.test(host)
  return local ? 'refuse' : 'public_addresses'
}

/** For an installation of one person or one company: its own network is as good as any. */
export const anyHost: HostRule = () => 'any_address'
