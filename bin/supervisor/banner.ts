import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { styleText } from 'node:util'
import { Stop } from './stop.ts'

/** How long the app has to come up on a machine that is busy with something else. */
const PATIENCE_MS = 120_000

export interface Patience {
  /** Called between looks; throws when there is nothing to wait for any more. */
  check?: () => void
  signal?: AbortSignal
}

/** @throws Stop with `sentence` when it is not so within two minutes */
export async function waitUntil(
  isSo: () => boolean | Promise<boolean>,
  sentence: string,
  { check, signal }: Patience = {}
) {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; ) {
    if (await isSo()) return
    check?.()
    await wait(100, undefined, { signal })
  }
  throw new Stop(`${sentence} Its last words are above.`)
}

/** @throws Stop when nothing answers there within two minutes */
export function waitUntilReady(url: string, patience: Patience = {}) {
  const answers = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false
    )
  return waitUntil(answers, `The app did not become ready (${url}).`, patience)
}

/** The demo account's password is made at first start and kept beside the data, never in the code. */
function demoSignIn(dataDir: string) {
  const file = join(dataDir, 'demo-sign-in.json')
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { email: string; password: string })
    : null
}

export function banner({ appUrl, dataDir, dev }: { appUrl: string; dataDir: string; dev: boolean }) {
  const demo = demoSignIn(dataDir)
  const rows = [
    ['Open', appUrl],
    ...(demo ? [['Demo', `${demo.email}  ·  password ${demo.password}`]] : []),
    ['Data', dataDir],
    ['Stop', 'Ctrl-C'],
  ]
  const line = '─'.repeat(72)
  console.log(`\n${line}\n ${styleText('bold', `AgentOps is running${dev ? ' (development)' : ''}`)}`)
  for (const [name, value] of rows) console.log(` ${styleText('dim', name!.padEnd(6))}${value}`)
  console.log(line)
}
