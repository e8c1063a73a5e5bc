import { csrfToken } from '~/lib/send_json'

/**
 * The answer to a question as it is written: one JSON object per line.
 *
 * @throws Error with a sentence for the person who asked
 */
export async function* streamLines<T>(path: string, body: object, signal: AbortSignal): AsyncGenerator<T> {
  const response = await fetch(path, {
    method: 'POST',
    headers: {
      accept: 'application/x-ndjson',
      'content-type': 'application/json',
      'x-xsrf-token': csrfToken(),
    },
    body: JSON.stringify(body),
    signal,
  }).catch((error: Error) => {
    throw signal.aborted ? error : new Error('The server could not be reached. Try again.')
  })
  if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}. Try again.`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let begun = ''
  for (;;) {
    const { done, value } = await reader.read()
    const lines = `${begun}${value ?? ''}`.split('\n')
    begun = done ? '' : (lines.pop() ?? '')
    for (const line of lines) if (line) yield JSON.parse(line) as T
    if (done) return
  }
}
