import { hash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import type {
  ResolvedSessionConfig,
  SessionConfig,
  SessionData,
  SessionStoreContract,
} from '@adonisjs/session/types'
import { LONGEST_DAYS, USER_KEY } from '#accounts/sessions/session_keys'
import { sql } from '#shared/database/sql'

const HOUR = 3600
/** How long a session may lie unused, in seconds: one that ends with the browser, and one that is remembered. */
const idle = { browser: 24 * HOUR, remembered: 30 * 24 * HOUR }
/** Writing "last seen" for every request would be a write per read. */
const SEEN_EVERY_SECONDS = 60
const COOKIE_LIMIT = 2500

/** What a visitor has before they do anything: it fits into a cookie, so that looking around writes no row. */
const ofVisitors = new Set(['csrf-secret', '__flash__', 'redirect'])

/** The table knows a session by this alone: whoever reads the table can use none of them. */
export const sessionKey = (id: string) => hash('sha256', id, 'base64url')

/**
 * Sessions of signed-in people, and of those on their way there, are rows; their cookie holds a random id.
 * A visitor's session is an encrypted cookie and nothing else.
 */
export class AccountSessionStore implements SessionStoreContract {
  /** The session that this request has found in the table. */
  #found: string | null = null
  #remembered = false
  /** The session that this request has found was ended by another meanwhile. */
  #ended = false

  constructor(
    readonly ctx: HttpContext,
    readonly config: SessionConfig
  ) {}

  async read(id: string): Promise<SessionData | null> {
    const visitor: unknown = this.ctx.request.encryptedCookie(id)
    if (visitor && typeof visitor === 'object') return visitor as SessionData
    if (!this.#hasCookie(this.config.cookieName)) return null
    const { rows } = await sql<{ data: string }>(
      db,
      `select data from sessions where id = ? and expires_at > now()
         and (signed_in_at is null or signed_in_at > now() - make_interval(days => ?))`,
      [sessionKey(id), LONGEST_DAYS]
    )
    if (!rows[0]) return null
    const values: SessionData = JSON.parse(rows[0].data)
    this.#found = id
    this.#remembered = values.remembered === true
    return values
  }

  async write(id: string, values: SessionData) {
    const data = JSON.stringify(values)
    const ofVisitor = Object.keys(values).every((key) => ofVisitors.has(key)) && data.length < COOKIE_LIMIT
    if (ofVisitor) {
      if (this.#found) await this.#deleteRow(this.#found)
      this.ctx.response.encryptedCookie(id, values, this.config.cookie)
      return
    }
    this.#forgetCookie(id)
    if (!this.#ended) await this.#writeRow(id, values, data)
  }

  async destroy(id: string) {
    this.#forgetCookie(id)
    const deleted = await this.#deleteRow(id)
    if (this.#found === id && deleted === 0) this.#ended = true
  }

  async touch(id: string) {
    if (this.#found !== id) return
    await sql(
      db,
      `update sessions set last_seen_at = now(), address = cast(:address as inet),
         expires_at = now() + make_interval(secs => :seconds)
       where id = :id and last_seen_at < now() - make_interval(secs => :every)`,
      {
        id: sessionKey(id),
        address: this.ctx.request.ip(),
        seconds: this.#remembered ? idle.remembered : idle.browser,
        every: SEEN_EVERY_SECONDS,
      }
    )
  }

  #hasCookie(name: string) {
    return this.ctx.request.cookiesList()[name] !== undefined
  }

  #forgetCookie(id: string) {
    if (this.#hasCookie(id)) this.ctx.response.clearCookie(id, this.config.cookie)
  }

  async #deleteRow(id: string) {
    const { rowCount } = await sql(db, 'delete from sessions where id = ?', [sessionKey(id)])
    return rowCount
  }

  /** A session that was ended while this request ran stays so: what was found is only changed, never made anew. */
  async #writeRow(id: string, values: SessionData, data: string) {
    const { request } = this.ctx
    const row = {
      id: sessionKey(id),
      data,
      user: (values[USER_KEY] as string | undefined) ?? null,
      address: request.ip(),
      agent: request.header('user-agent')?.slice(0, 300) ?? null,
      signedInAt: values.signed_in_at ? new Date(Number(values.signed_in_at)) : null,
      seconds: values.remembered ? idle.remembered : idle.browser,
    }
    const columns = `:data, :user, cast(:address as inet), :agent, :signedInAt, now() + make_interval(secs => :seconds), now()`
    const names = '(data, user_id, address, user_agent, signed_in_at, expires_at, last_seen_at)'
    if (this.#found === id) {
      await sql(db, `update sessions set ${names} = (${columns}) where id = :id`, row)
    } else {
      await sql(db, `insert into sessions (id, ${names.slice(1)} values (:id, ${columns})`, row)
    }
  }
}

/** How the table knows the session of a request; null where sessions are no rows. */
export function storedSessionKey({ session }: Pick<HttpContext, 'session'>): string | null {
  const { store } = session.config as Partial<ResolvedSessionConfig>
  return store === 'database' ? sessionKey(session.sessionId) : null
}
