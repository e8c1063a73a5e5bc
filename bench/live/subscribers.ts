/**
 * Many open pages: each holds a stream of its own and watches one workflow, as the viewer does. Writes down
 * how long each line took from the moment it was written. Reads of the stream only what it needs, so that
 * a thousand of them fit beside what is measured.
 */
import { connect } from 'node:net'
import { Session } from './session.ts'

export interface Audience {
  url: string
  email: string
  password: string
  subscribers: number
  /** The n-th subscriber watches the workflow of that number, over and over. */
  workflows: string[]
}

export interface Heard {
  latencies: number[]
  /** Messages, each with one line or more. */
  messages: number
}

const AT_ONCE = 20
const line = /"text\\?":\\?"((?:[\d.]+\\+n)+)/g

let latencies: number[] = []
let messages = 0

const now = () => performance.timeOrigin + performance.now()

function hear(text: string) {
  const heard = now()
  for (const [, times] of text.matchAll(line)) {
    messages += 1
    for (const time of times!.split(/\\+n/)) if (time) latencies.push(heard - Number(time))
  }
}

function openStream(url: URL, channel: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname)
    const head = Object.entries({ ...headers, host: url.host, accept: 'text/event-stream' })
    socket.write(`GET /live/${channel} HTTP/1.1\r\n`)
    socket.write(`${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`)
    let rest = ''
    socket.setEncoding('utf8')
    socket.once('data', (first: string) => {
      if (!first.startsWith('HTTP/1.1 200')) return reject(new Error(first.slice(0, 200)))
      resolve()
    })
    socket.on('data', (chunk: string) => {
      const text = rest + chunk
      const end = text.lastIndexOf('\n\n') + 2
      if (end === 1) rest = text
      else {
        hear(text.slice(0, end))
        rest = text.slice(end)
      }
    })
    socket.on('error', reject)
  })
}

async function subscribe({ url, workflows }: Audience, session: Session, index: number) {
  await openStream(new URL(url), `workflows/${workflows[index % workflows.length]}`, session.headers())
}

async function open(audience: Audience) {
  const session = await Session.signIn(audience.url, audience.email, audience.password)
  for (let index = 0; index < audience.subscribers; index += AT_ONCE) {
    const some = Array.from(
      { length: Math.min(AT_ONCE, audience.subscribers - index) },
      (_, offset) => index + offset
    )
    await Promise.all(some.map((one) => subscribe(audience, session, one)))
  }
}

process.on('message', async (message: Audience | 'report') => {
  if (message === 'report') {
    process.send!({ bench: { latencies, messages } satisfies Heard })
    latencies = []
    messages = 0
    return
  }
  await open(message)
  process.send!({ bench: 'open' })
})
