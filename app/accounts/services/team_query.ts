import pg from 'pg'

/** The part of node-postgres's query object that a submitted query may build on, as pg-cursor does. */
interface ExtendedQuery {
  callback: (error: Error | null, result: pg.QueryResult) => void
  submit(connection: Wire): Error | null
  prepare(connection: Wire): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Wire): void
}

interface Wire {
  bind(options: { statement: string; portal: string; values: string[]; binary: boolean }): void
  execute(options: { portal: string; rows: number }): void
}

const Query = pg.Query as unknown as new (config: pg.QueryConfig) => ExtendedQuery

/** Must have been prepared on the connection that runs a team query. */
export const setTeam = { name: 'set_team', text: `select set_config('app.current_team_id', $1, true)` }

/**
 * Two executions in one message and one implicit transaction: the team is set, then the query runs. There
 * is one Sync, at the end, so PostgreSQL ends the transaction, and with it the setting, before the
 * connection is ready for anybody else; when the first fails, it skips the second.
 */
export class TeamQuery extends Query {
  readonly #teamId: string
  #teamIsSet = false

  constructor(teamId: string, config: pg.QueryConfig & { name: string }) {
    super(config)
    this.#teamId = teamId
  }

  override prepare(connection: Wire) {
    connection.bind({ statement: setTeam.name, portal: '', values: [this.#teamId], binary: false })
    connection.execute({ portal: '', rows: 0 })
    super.prepare(connection)
  }

  override handleDataRow(message: unknown) {
    if (this.#teamIsSet) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, connection: Wire) {
    if (this.#teamIsSet) return super.handleCommandComplete(message, connection)
    this.#teamIsSet = true
  }
}
