import { runToEnd } from './run_to_end.ts'
import { Stop } from './stop.ts'

const reason = /^\s*(?:\[ error \]|(?:[\w.]*Error|ℹ)[^:]*:|\w*exception:?)\s*(.+)$/im

/** The line of a stack trace that names the cause. */
function cause(output: string) {
  return reason.exec(output)?.[1] ?? output.split('\n').findLast((line) => line.trim()) ?? 'it said nothing'
}

/**
 * Migrates the database and makes what must be there before the processes start.
 *
 * @throws Stop with the cause
 */
export async function prepareSystem(cwd: string, env: NodeJS.ProcessEnv, signal: AbortSignal) {
  const { ok, output } = await runToEnd({ args: ['ace.js', 'system:prepare'], cwd, env, signal })
  if (ok) return
  const advice = process.env.DATABASE_URL
    ? 'Check that DATABASE_URL and DATABASE_OWNER_URL name a PostgreSQL 18 server that can be reached, then start again.'
    : 'Start again; if it stays, the lines of "node ace.js system:prepare" say more.'
  throw new Stop(`The database could not be prepared: ${cause(output).trim()} ${advice}`)
}
