import { normalize } from 'node:path'
import type { GitRemote } from '#projects/git/contract'
import { type HostRule, publicHosts } from '#projects/git/host_rule'
import { err, ok, type Result } from '#shared/result'

export interface RemoteUrlProblem {
  code: 'empty' | 'characters' | 'option' | 'transport' | 'credential' | 'local' | 'host' | 'path'
  message: string
}

export interface RemoteUrlRules {
  /** Absolute paths of this machine; only where everything runs for one person. */
  allowLocal: boolean
  /** Default: hosts of the open internet only. */
  allowHost?: HostRule
  /** Plain http, to this very machine only. */
  allowHttpLoopback?: boolean
}

type Parsed = Result<GitRemote, RemoteUrlProblem>

const problem = (code: RemoteUrlProblem['code'], message: string) => err({ code, message })
const localPath = /^(\.{1,2}|~[\w-]*)(\/|$)/
const wanted = 'Use an address like https://host/group/repository.git or git@host:group/repository.git.'
const scpLike = /^(?:([A-Za-z0-9_][\w.+-]*)@)?([A-Za-z0-9][A-Za-z0-9.-]*):(?!\/\/)([^:]+)$/
const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/**
 * Reads what a person typed as the address of a repository. What comes back is safe to hand to git:
 * one known transport, no credential, nothing that could be taken for an option.
 */
export function parseRemoteUrl(text: string, rules: RemoteUrlRules): Parsed {
  const address = text.trim()
  if (address === '') return problem('empty', `The address of the repository is missing. ${wanted}`)
  if (/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufffd\\]/.test(address) && !address.startsWith('/')) {
    return problem('characters', `The address holds a space, a backslash or a control character. ${wanted}`)
  }
  if (address.startsWith('-')) return problem('option', `An address cannot start with a dash. ${wanted}`)
  if (/^[\w+.-]+::/.test(address))
    return problem('transport', `Git's helper transports (name::…) are not allowed. ${wanted}`)
  if (address.startsWith('/')) return parseLocal(address, rules)
  if (rules.allowLocal && localPath.test(address))
    return problem('local', 'Write the whole path of the folder, from the first / on.')
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) return parseUrl(address, rules)
  return parseScpLike(address, rules)
}

function parseLocal(path: string, { allowLocal }: RemoteUrlRules): Parsed {
  if (!allowLocal) return problem('local', `A path of this machine cannot be used here. ${wanted}`)
  if (/[\u0000-\u001f\u007f]/.test(path))
    return problem('characters', 'The path holds a control character. Rename the folder.')
  const url = normalize(path).replace(/(?<=.)\/+$/, '')
  return ok({ kind: 'local', url, displayName: url, reach: 'any_address' })
}

function parseUrl(address: string, rules: RemoteUrlRules): Parsed {
  if (!URL.canParse(address)) return problem('path', `The address could not be read. ${wanted}`)
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const transport = checkTransport(url, host, rules)
  if (transport) return transport
  if (url.password || (url.username && url.protocol !== 'ssh:')) {
    return problem(
      'credential',
      'The address holds a user name or a secret. Take it out and put it into the token field.'
    )
  }
  if (!/^([A-Za-z0-9_][\w.+-]*)?$/.test(url.username))
    return problem('characters', `The user name cannot be used. ${wanted}`)
  if (!/^[a-z0-9:][a-z0-9.:-]*$/.test(host)) return problem('host', `The host name cannot be used. ${wanted}`)
  if (url.search || url.hash) return problem('path', 'The address has a part behind ? or #. Take it out.')
  if (url.pathname.length < 2) return problem('path', `The address names a host but no repository. ${wanted}`)
  const kind = url.protocol === 'ssh:' ? 'ssh' : 'https'
  return finish({ kind, url: url.href, host, displayName: `${url.host}${shown(url.pathname)}` }, rules)
}

function checkTransport({ protocol }: URL, host: string, { allowLocal, allowHttpLoopback }: RemoteUrlRules) {
  if (protocol === 'https:' || protocol === 'ssh:') return null
  if (protocol === 'http:') {
    if (allowHttpLoopback && loopback.test(host)) return null
    return problem('transport', 'Plain http would send code and tokens unprotected. Use the https address.')
  }
  if (protocol === 'file:' && allowLocal)
    return problem('transport', 'Write the path itself, without file://.')
  return problem('transport', `The transport ${protocol}// is not allowed. ${wanted}`)
}

function parseScpLike(address: string, rules: RemoteUrlRules): Parsed {
  const match = scpLike.exec(address)
  if (!match) return problem('path', `The address could not be read. ${wanted}`)
  const [, , host, path] = match
  if (path!.startsWith('-'))
    return problem('option', `A repository's path cannot start with a dash. ${wanted}`)
  const name = host!.toLowerCase()
  return finish({ kind: 'ssh', url: address, host: name, displayName: `${name}${shown(`/${path}`)}` }, rules)
}

function finish(
  remote: Omit<GitRemote, 'reach'> & { host: string },
  { allowHost = publicHosts }: RemoteUrlRules
): Parsed {
  const verdict = allowHost(remote.host)
  if (verdict !== 'refuse') return ok({ ...remote, reach: verdict })
  return problem(
    'host',
    `${remote.host} is this machine or in a private network, which is not allowed here. Use a public address.`
  )
}

const shown = (path: string) =>
  readable(
    path
      .replace(/\/{2,}/g, '/')
      .replace(/\/$/, '')
      .replace(/\.git$/, '')
  )

/** Stays as it is where decoding it fails, or would put control characters into names and logs. */
function readable(path: string): string {
  try {
    const decoded = decodeURI(path)
    return /\p{Cc}/u.test(decoded) ? path : decoded
  } catch {
    return path
  }
}
