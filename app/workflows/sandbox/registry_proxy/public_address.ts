import { BlockList, isIPv4 } from 'node:net'

const closed = new BlockList()
/** This machine, private networks, link-local (cloud metadata), shared space, multicast and reserved. */
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  add(range, 'ipv4')
}
/** The same, and every range that carries an IPv4 address inside. */
for (const range of ['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '2001::/32', '2002::/16']) add(range, 'ipv6')
for (const range of ['100::/64', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8']) add(range, 'ipv6')

function add(range: string, family: 'ipv4' | 'ipv6') {
  const [network, prefix] = range.split('/')
  closed.addSubnet(network!, Number(prefix), family)
}

/** Whether a numeric address lies in the public internet. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIPv4(mapped)) return !closed.check(mapped, 'ipv4')
  return !/^::ffff:/i.test(mapped) && !closed.check(mapped, 'ipv6')
}
