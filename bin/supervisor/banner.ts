import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { Stop } from './stop.ts'

/** @throws Stop when the app does not answer within two minutes */
export async function waitUntilReady(url: string) {
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; ) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Stop(`The app did not become ready (${url}). Its last words are above.`)
}

/** The demo account's password is made at first start and kept beside the data, never in the code. */
function demoSignIn(dataDir: string) {
  const file = join(dataDir, 'demo-sign-in.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { email: string; password: string }) : null
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
