import vine from '@vinejs/vine'

const name = () => vine.string().trim().minLength(1).maxLength(80)
const command = () => vine.string().trim().maxLength(500).nullable()

export const createProjectValidator = vine.create({
  source: vine.enum(['git', 'sample'] as const),
  name: name().optional(),
  url: vine.string().trim().maxLength(2000).optional().requiredWhen('source', '=', 'git'),
  token: vine.string().trim().maxLength(4000).nullable().optional(),
  username: vine.string().trim().maxLength(200).nullable().optional(),
})

export const updateProjectValidator = vine.create({
  name: name(),
  defaultBranch: vine.string().trim().minLength(1).maxLength(255),
  testCommand: command(),
  installCommand: command(),
  requiresPlanApproval: vine.boolean(),
  token: vine.string().trim().maxLength(4000).nullable().optional(),
})
