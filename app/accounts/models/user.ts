import { withAuthFinder } from '@adonisjs/auth/mixins/lucid'
import { compose } from '@adonisjs/core/helpers'
import hash from '@adonisjs/core/services/hash'
import { UserSchema } from '#database/schema'

export default class User extends compose(UserSchema, withAuthFinder(hash)) {
  get initials() {
    const [first = '', second = ''] = this.fullName.trim().split(/\s+/)
    return (first.charAt(0) + (second.charAt(0) || first.charAt(1))).toUpperCase()
  }

  /** Where their picture is; null while they have none. */
  get avatarUrl() {
    return this.avatarId ? `/avatars/${this.id}/${this.avatarId}` : null
  }
}
