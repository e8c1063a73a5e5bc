import { BaseCommand } from '@adonisjs/core/ace'

/** Signs with a new key from now on. Tokens of the old one stay valid until they expire, an hour at most. */
export default class KeysRotateCommand extends BaseCommand {
  static commandName = 'keys:rotate'
  static description = 'Sign tokens with a new key; the old one verifies for two hours more'
  static options = { startApp: true }

  async run() {
    const { rotateSigningKey } = await import('#shared/tokens/signing_keys')
    const { kid } = await rotateSigningKey()
    this.logger.success(`tokens are signed with ${kid} now; running processes follow within a minute`)
  }
}
