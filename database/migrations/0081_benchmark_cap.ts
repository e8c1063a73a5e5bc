import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a benchmark may cost in all; shared out evenly among its workflows when it begins. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw('alter table benchmarks add cap_micros bigint check (cap_micros > 0)')
  }

  async down() {
    this.schema.raw('alter table benchmarks drop cap_micros')
  }
}
