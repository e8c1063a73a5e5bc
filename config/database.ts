import { defineConfig } from '@adonisjs/lucid'
import env from '#start/env'

const migrations = { naturalSort: true, paths: ['database/migrations'] }

/**
 * `app` is what requests and jobs use; `owner` owns the tables and is for migrations and test set-up.
 * Every tenant query goes through `withTeam`, see app/accounts/services/tenancy.ts.
 */
export default defineConfig({
  connection: 'app',
  connections: {
    app: {
      client: 'pg',
      connection: { connectionString: env.get('DATABASE_URL') },
      pool: { min: 0, max: 12 },
      migrations,
      schemaGeneration: { enabled: false },
    },
    owner: {
      client: 'pg',
      connection: { connectionString: env.get('DATABASE_OWNER_URL') ?? env.get('DATABASE_URL') },
      pool: { min: 0, max: 2 },
      migrations,
      schemaGeneration: { enabled: true },
    },
  },
})
