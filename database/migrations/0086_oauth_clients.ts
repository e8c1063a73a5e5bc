import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole } from '#database/row_level_security'

/** Programs that have registered themselves (RFC 7591), as MCP clients do before anybody is signed in. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table oauth_clients (
        id varchar(64) primary key,
        name varchar(80) not null,
        redirect_uris text[] not null check (cardinality(redirect_uris) between 1 and 10),
        created_at timestamptz not null default now(),
        used_at timestamptz
      )`)
    this.schema.raw('create index oauth_clients_used_at on oauth_clients (coalesce(used_at, created_at))')
    this.schema.raw(`grant select, insert, update, delete on oauth_clients to ${appRole()}`)
  }

  async down() {
    this.schema.raw('drop table oauth_clients')
  }
}
