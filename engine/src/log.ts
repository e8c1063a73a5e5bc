export type LogFields = Record<string, string | number | boolean | null | undefined>
export type Log = (level: 'info' | 'warn' | 'error', message: string, fields?: LogFields) => void

/** One JSON object per line on stdout. Fields are named facts; bodies, keys and tokens never go in. */
export const jsonLog: Log = (level, message, fields = {}) => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`)
}
