import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What belongs to no team and no person (acts of the system, of operators at the command line) is written by the
 * app and read through `list_installation_audit` alone: as a policy it would stand in every team's trail.
 */
export default class extends BaseSchema {
  #reading(ofNobody: string) {
    this.schema.raw(`alter policy tenant on audit_entries using (
      case when team_id is null then ${ofNobody} user_id = current_user_id() else team_id = current_team_id() end)`)
  }

  async up() {
    this.#reading('')
  }

  async down() {
    this.#reading('user_id is null or')
  }
}
