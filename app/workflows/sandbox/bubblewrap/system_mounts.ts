import { lstat, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { parents } from './arguments.js'

/** Parts of /etc that programs need and that hold no secrets; everything else of /etc stays outside. */
const configuration = [
  'alternatives',
  'ca-certificates',
  'ca-certificates.conf',
  'crypto-policies',
  'debian_version',
  'ld.so.cache',
  'ld.so.conf',
  'ld.so.conf.d',
  'localtime',
  'mime.types',
  'os-release',
  'php',
  'pki/ca-trust',
  'pki/tls/certs',
  'protocols',
  'services',
  'ssl/certs',
  'ssl/openssl.cnf',
  'timezone',
]

const roots = ['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32']

/** The read-only system: /usr with its links, and the harmless part of /etc. */
export async function systemMounts(root = '/'): Promise<string[]> {
  const links = await Promise.all(roots.map((name) => rootMount(root, name)))
  const etc = configuration.map((name) => join(root, 'etc', name))
  return [
    ...['--ro-bind', join(root, 'usr'), '/usr'],
    ...links.flat(),
    ...etc.flatMap((path, index) => {
      const to = `/etc/${configuration[index]}`
      return [...parents(to), '--ro-bind-try', path, to]
    }),
  ]
}

/** /bin is a link into /usr on merged systems and a folder of its own on others. */
async function rootMount(root: string, name: string): Promise<string[]> {
  const path = join(root, name)
  const entry = await lstat(path).catch(() => null)
  if (entry?.isSymbolicLink()) return ['--symlink', await readlink(path), `/${name}`]
  return entry?.isDirectory() ? ['--ro-bind', path, `/${name}`] : []
}
