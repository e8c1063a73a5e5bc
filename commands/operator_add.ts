import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class OperatorAdd extends BaseCommand {
  static commandName = 'operator:add'
  static description = 'Make an account an operator of this installation, who sees /admin'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Email address of the account' })
  declare email: string

  async run() {
    const { default: SetOperator } = await import('#ops/actions/set_operator')
    const result = await new SetOperator().execute({ email: this.email, operator: true })
    if (result.ok) return this.logger.success(`${this.email} is an operator.`)
    this.exitCode = 1
    this.logger.error(`There is no account with the address ${this.email}.`)
  }
}
