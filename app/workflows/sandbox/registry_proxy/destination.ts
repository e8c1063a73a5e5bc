import { lookup } from 'node:dns/promises'
import { isPublicAddress } from '#shared/network/public_address'
import type { RegistryAllowList } from './allow_list.js'

export type Destination = { ok: true; address: string; port: number } | { ok: false; sentence: string }

/**
 * The address to connect to. It is resolved once, here, and the connection goes to that very address: a
 * name that answers differently the second time gains nothing.
 */
export async function findDestination(
  allowed: RegistryAllowList,
  host: string,
  port: number
): Promise<Destination> {
  const permission = allowed.permits(host, port)
  if (!permission) {
    const list = allowed.hosts.join(', ') || 'empty'
    return refuse(`${host}:${port} is not a registry this sandbox may reach (allowed: ${list}).`)
  }
  const addresses = await lookup(host, { all: true }).catch(() => [])
  if (addresses.length === 0) return refuse(`The name ${host} has no address.`)
  const hidden = addresses.find(({ address }) => !isPublicAddress(address))
  if (permission === 'public addresses' && hidden) {
    const remedy = `list it as ${host}:${port} if that is meant`
    return refuse(`${host} leads to the non-public address ${hidden.address}: ${remedy}.`)
  }
  return { ok: true, address: addresses[0]!.address, port }
}

function refuse(sentence: string): Destination {
  return { ok: false, sentence }
}
