import env from '#start/env'

/** How this machine reaches the outside, in the names that every program reads. */
interface ProxySettings {
  HTTPS_PROXY?: string | undefined
  HTTP_PROXY?: string | undefined
  NO_PROXY?: string | undefined
}

const settings = (): ProxySettings => ({
  HTTPS_PROXY: env.get('HTTPS_PROXY') ?? env.get('https_proxy'),
  HTTP_PROXY: env.get('HTTP_PROXY') ?? env.get('http_proxy'),
  NO_PROXY: env.get('NO_PROXY') ?? env.get('no_proxy'),
})

/** The proxy that a request goes through; null where it goes there itself. */
export function proxyFor(url: URL, { HTTPS_PROXY, HTTP_PROXY, NO_PROXY }: ProxySettings = settings()) {
  const proxy = { 'https:': HTTPS_PROXY, 'http:': HTTP_PROXY }[url.protocol]
  if (!proxy || isExempt(url, NO_PROXY ?? '')) return null
  return proxy
}

/** Names stand for themselves and what is below them, `*` for all; with a port they are meant on that port only. */
function isExempt({ hostname, port, protocol }: URL, exempt: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const onPort = port || (protocol === 'https:' ? '443' : '80')
  return exempt
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some((entry) => {
      if (entry === '*') return true
      const [, host = '', wanted] = /^\[?([^\]]*?)\]?(?::(\d+))?$/.exec(entry) ?? []
      if (wanted && wanted !== onPort) return false
      const bare = host.replace(/^\*?\./, '')
      return name === bare || name.endsWith(`.${bare}`)
    })
}
