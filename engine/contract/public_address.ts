import { BlockList, isIP, isIPv4 } from 'node:net'

/** This machine, private networks, link-local (cloud metadata), shared space, documentation, multicast and reserved. */
const closedRanges = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ],
  // Ranges that carry an IPv4 address inside are closed as a whole.
  ipv6: [
    '::/96',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '100::/64',
    '2001::/23',
    '2001:db8::/32',
    '2002::/16',
    'fc00::/7',
    'fe80::/10',
    'fec0::/10',
    'ff00::/8',
  ],
} as const

const closed = new BlockList()
for (const family of ['ipv4', 'ipv6'] as const) {
  for (const range of closedRanges[family]) {
    const [network, bits] = range.split('/')
    closed.addSubnet(network!, Number(bits), family)
  }
}

/** Whether a numeric address lies in the open internet; false for anything that is no address. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIPv4(mapped)) return !closed.check(mapped, 'ipv4')
  return isIP(mapped) === 6 && !/^::ffff:/i.test(mapped) && !closed.check(mapped, 'ipv6')
}
