import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'

export interface RegisterOauthClientInput {
  name: string
  redirectUris: string[]
}

/** Takes down a program that introduces itself. It gets nothing by that but an id to ask a person with. */
export default class RegisterOauthClient {
  async execute({ name, redirectUris }: RegisterOauthClientInput): Promise<{ id: string; createdAt: Date }> {
    // Nobody was ever asked in the name of most of them, and refresh tokens live for a month.
    await db.rawQuery(
      `delete from oauth_clients where (used_at is null and created_at < now() - interval '2 days')
         or used_at < now() - interval '90 days'`
    )
    const id = `registered-${randomUUID()}`
    const { rows } = await db.rawQuery(
      'insert into oauth_clients (id, name, redirect_uris) values (?, ?, ?) returning created_at as "createdAt"',
      [id, name, redirectUris]
    )
    return { id, createdAt: rows[0].createdAt }
  }
}
