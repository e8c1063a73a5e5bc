import type { Permission } from '#accounts/permissions'

export interface PermissionGroup {
  label: string
  permissions: readonly (readonly [Permission, string])[]
}

/** What each right lets somebody do, for the page and the document that show the table. */
export const permissionGroups: readonly PermissionGroup[] = [
  {
    label: 'Projects and workflows',
    permissions: [
      ['projects.read', 'See projects and their code maps'],
      ['projects.manage', 'Add, change and remove projects'],
      ['connections.manage', 'Connect git hosts'],
      ['workflows.read', 'See workflows, logs and proofs'],
      ['workflows.run', 'Run, cancel and rerun workflows'],
      ['workflows.approve', 'Approve plans'],
    ],
  },
  {
    label: 'Models',
    permissions: [
      ['models.read', 'See models and what they cost'],
      ['models.manage', 'Change provider keys, routing and budgets'],
    ],
  },
  {
    label: 'Team',
    permissions: [
      ['team.read', "See the team's name, members and roles"],
      ['team.manage', 'Rename the team and change its settings'],
      ['members.manage', 'Invite and remove members'],
      ['roles.manage', "Change members' roles"],
      ['tokens.manage', 'Make API tokens of their own'],
      ['service_tokens.manage', "Make the team's service tokens"],
      ['audit.read', 'Read and export the audit trail'],
      ['team.delete', 'Delete the team and transfer its ownership'],
    ],
  },
  {
    label: 'Billing',
    permissions: [
      ['billing.read', 'See the plan, usage and invoices'],
      ['billing.manage', 'Change the plan and payment details'],
    ],
  },
]

export const permissionWords = Object.fromEntries(
  permissionGroups.flatMap(({ permissions }) => permissions)
) as Record<Permission, string>
