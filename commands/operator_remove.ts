import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class OperatorRemove extends BaseCommand {
  static commandName = 'operator:remove'
  static description = 'Take from an account that it is an operator of this installation'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Email address of the account' })
  declare email: string

  async run() {
    const { default: SetOperator } = await import('#ops/actions/set_operator')
    const result = await new SetOperator().execute({ email: this.email, operator: false })
    if (result.ok) return this.logger.success(`${this.email} is no operator.`)
    this.exitCode = 1
    this.logger.error(`There is no account with the address ${this.email}.`)
  }
}
