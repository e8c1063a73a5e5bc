import vine from '@vinejs/vine'
import { isBranchName } from '#projects/git/branch_name'
import { text } from '#shared/validators/text'

const name = () => text().trim().minLength(1).maxLength(80)
/** Anything else would be found out only when the first task fails. */
const branch = vine.createRule((value, _, field) => {
  if (typeof value === 'string' && !isBranchName(value))
    field.report('The {{ field }} field must be a name that git takes for a branch', 'branch', field)
})

const command = () => text().trim().maxLength(500).nullable()

export const createProjectValidator = vine.create({
  source: vine.enum(['git', 'sample', 'connection'] as const),
  repositoryId: vine.string().uuid().optional().requiredWhen('source', '=', 'connection'),
  name: name().optional(),
  url: text().trim().maxLength(2000).optional().requiredWhen('source', '=', 'git'),
  token: text().trim().maxLength(4000).nullable().optional(),
  username: text().trim().maxLength(200).nullable().optional(),
})

export const updateProjectValidator = vine.create({
  name: name(),
  defaultBranch: text().trim().minLength(1).maxLength(255).use(branch()),
  testCommand: command(),
  installCommand: command(),
  requiresPlanApproval: vine.boolean(),
  autoApproveMicros: vine.number().withoutDecimals().min(0).max(1_000_000_000).nullable().optional(),
  token: text().trim().maxLength(4000).nullable().optional(),
})
