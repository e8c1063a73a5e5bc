import { BaseCommand } from '@adonisjs/core/ace'

/** What must have happened once before web and worker start; run again it does nothing. */
export default class SystemPrepareCommand extends BaseCommand {
  static commandName = 'system:prepare'
  static description = 'Migrate the database, prepare the queue, make the signing key and the demo workspace'
  static options = { startApp: true }

  async run() {
    const { migrateDatabase } = await import('#ops/services/migrate_database')
    const { ensureSigningKey } = await import('#shared/tokens/signing_keys')
    const { default: EnsureDemoWorkspace } = await import('#ops/actions/ensure_demo_workspace')
    await migrateDatabase(this.app)
    await ensureSigningKey()
    if (this.app.inProduction || this.app.inDev) await new EnsureDemoWorkspace().execute()
  }
}
