import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'

const FLUSH_MS = 10_000

let uses = new Map<string, Date>()
let timer: NodeJS.Timeout | null = null
let hooked = false

/** Writes the uses noted so far, of all tokens in one statement. */
export async function flushApiTokenUses() {
  if (timer) clearTimeout(timer)
  timer = null
  if (uses.size === 0) return
  const batch = uses
  uses = new Map()
  try {
    await db.rawQuery('select touch_api_tokens(?::uuid[], ?::timestamptz[])', [
      [...batch.keys()],
      [...batch.values()],
    ])
  } catch (error) {
    // "Last used" is for people who tidy up; no request may fail for it.
    logger.warn({ err: error }, 'the last uses of API tokens could not be written')
  }
}

/** Notes that a token was used now; written within ten seconds, and before the process ends. */
export function noteApiTokenUse(id: string) {
  uses.set(id, new Date())
  timer ??= setTimeout(flushApiTokenUses, FLUSH_MS).unref()
  if (hooked) return
  hooked = true
  app.terminating(flushApiTokenUses)
}
