import { lookup } from 'node:dns/promises'
import type { GitRemote } from '#projects/git/contract'
import { GitError } from '#projects/git/errors'
import { proxyFor } from '#projects/git/proxy'
import { isPublicAddress } from '#shared/network/public_address'

/**
 * The addresses git is to connect to, looked up once and checked, so that a name cannot point elsewhere
 * between the check and the connection. Empty when the remote may be anywhere, and when a proxy looks it up.
 *
 * @throws GitError `unreachable` when the name does not resolve or leads into a closed network
 */
export async function pinnedAddresses({ host, reach, url }: GitRemote): Promise<string[]> {
  if (!host || reach === 'any_address') return []
  if (URL.canParse(url) && proxyFor(new URL(url))) return []
  const found = await lookup(host, { all: true }).catch(() => [])
  if (found.length === 0) {
    throw new GitError(
      'unreachable',
      `The name ${host} does not resolve to an address. Check the address of the repository.`
    )
  }
  const addresses = found.map(({ address }) => address)
  if (addresses.every(isPublicAddress)) return addresses
  throw new GitError(
    'unreachable',
    `${host} leads into a private network, which is not allowed here. Use a public address.`
  )
}

/** Makes curl use those addresses for the host of `url`. */
export function pinnedForHttps(url: string, addresses: string[]): [key: string, value: string][] {
  if (addresses.length === 0) return []
  const { hostname, port } = new URL(url)
  const list = addresses.map((address) => (address.includes(':') ? `[${address}]` : address)).join(',')
  return [['http.curloptResolve', `${hostname}:${port || 443}:${list}`]]
}

/** Makes ssh use the first of those addresses while still checking the key under the host's name. */
export function hostKeyOptions(host: string, addresses: string[]): string[] {
  return addresses[0] ? [`HostName=${addresses[0]}`, `HostKeyAlias=${host}`] : []
}
