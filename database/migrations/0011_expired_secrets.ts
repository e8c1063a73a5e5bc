import { BaseSchema } from '@adonisjs/lucid/schema'
import { appRole } from '#database/row_level_security'

export default class extends BaseSchema {
  async up() {
    // Across people: what has run out is of no use to anybody.
    this.schema.raw(`
      create function forget_expired_secrets() returns void
      language sql security definer set search_path = public
      begin atomic
        delete from mail_tokens where expires_at < now();
        delete from totp_secrets where confirmed_at is null and created_at < now() - interval '1 day';
        delete from sessions where expires_at < now();
      end`)
    this.schema.raw('revoke execute on function forget_expired_secrets from public')
    this.schema.raw(`grant execute on function forget_expired_secrets to ${appRole()}`)
  }

  async down() {
    this.schema.raw('drop function forget_expired_secrets')
  }
}
