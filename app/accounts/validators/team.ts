import vine from '@vinejs/vine'
import { roles } from '#accounts/enums/role'
import { scopes } from '#accounts/permissions'
import { lifetimes } from '#accounts/validators/api_token'
import { shownVersion } from '#accounts/validators/consent'
import { pagination } from '#shared/validators/pagination'
import { text } from '#shared/validators/text'

const teamName = () => text().trim().minLength(1).maxLength(80)

export const teamValidator = vine.create({ name: teamName() })

export const secondFactorDemandValidator = vine.create({ required: vine.boolean() })

export const deleteTeamValidator = vine.create({ confirmation: text().maxLength(200) })

export const inviteValidator = vine.create({
  email: text().trim().toLowerCase().email().maxLength(254),
  role: vine.enum(roles),
})

export const invitedAccountValidator = vine.create({
  fullName: text().trim().minLength(1).maxLength(120),
  // The upper bound keeps a hostile password from costing seconds of hashing.
  password: vine.string().minLength(10).maxLength(128),
  terms: shownVersion(),
})

export const changeRoleValidator = vine.create({ role: vine.enum(roles) })

export const transferValidator = vine.create({ userId: vine.string().uuid() })

export const createServiceTokenValidator = vine.create({
  name: text().trim().minLength(1).maxLength(80),
  scopes: vine.array(vine.enum(scopes)).minLength(1).distinct(),
  expires: vine.enum(lifetimes),
})

export const listMembersValidator = vine.create({ ...pagination })
