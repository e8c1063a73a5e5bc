import { BlockList, isIP } from 'node:net'

export type HostVerdict = 'refuse' | 'public_addresses' | 'any_address'

/** Answers for a host name or literal address, lower case and without brackets. */
export type HostRule = (host: string) => HostVerdict

const closed = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  closed.addSubnet(network, bits, 'ipv6')

/** False for loopback, private, link-local and every other address that is not of the open internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  return !closed.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** Hosts of the open internet only; what a name resolves to is looked at again when connecting. */
export const publicHosts: HostRule = (host) => {
  if (isIP(host)) return isPublicAddress(host) ? 'public_addresses' : 'refuse'
  const local = !host.includes('.') || /(^|\.)(localhost|local|internal|home\.arpa)$/.test(host)
  return local ? 'refuse' : 'public_addresses'
}

/** For an installation of one person or one company: its own network is as good as any. */
export const anyHost: HostRule = () => 'any_address'
