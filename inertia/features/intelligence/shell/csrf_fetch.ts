const cookie = (name: string) =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

/** A request that changes something, with the proof that this page asks for it. Rejects unless it is taken. */
export async function send(method: 'POST' | 'DELETE', url: string): Promise<void> {
  const headers = { accept: 'application/json', 'x-xsrf-token': decodeURIComponent(cookie('XSRF-TOKEN')) }
  const response = await fetch(url, { method, headers })
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
}
