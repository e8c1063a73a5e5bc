import { BlockList, isIP, isIPv4 } from 'node:net'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether a host name or address, as in a URL or as listened on, means this machine and no other can reach it. */
export function isLoopback(host: string) {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (name === 'localhost' || name.endsWith('.localhost')) return true
  return isIP(name) !== 0 && loopback.check(name, isIPv4(name) ? 'ipv4' : 'ipv6')
}
