/** One operator's entry, e.g. `registry.npmjs.org`, `*.pythonhosted.org` or `npm.corp.example:8443`. */
interface Entry {
  host: string
  /** Null: the entry named no port, so 80 and 443 are open and only public addresses are reached. */
  port: number | null
}

const webPorts = [80, 443]

export class RegistryAllowList {
  readonly #entries: Entry[]

  constructor(readonly hosts: string[]) {
    this.#entries = hosts.map(parse)
  }

  /** How `host:port` may be reached: an entry that spells out the port also allows private addresses. */
  permits(host: string, port: number): 'any address' | 'public addresses' | null {
    const matching = this.#entries.filter((entry) => matches(entry.host, host.toLowerCase()))
    if (matching.some((entry) => entry.port === port)) return 'any address'
    return matching.some((entry) => entry.port === null) && webPorts.includes(port)
      ? 'public addresses'
      : null
  }
}

function parse(text: string): Entry {
  const [, host = '', port] = /^(\[[^\]]+\]|[^:]*)(?::(\d+))?$/.exec(text.trim().toLowerCase()) ?? []
  return { host: host.replace(/^\[|\]$/g, ''), port: port ? Number(port) : null }
}

function matches(pattern: string, host: string): boolean {
  if (pattern.startsWith('*.')) return host.endsWith(pattern.slice(1))
  return pattern !== '' && pattern === host
}
