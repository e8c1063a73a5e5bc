export type Role = 'owner' | 'admin' | 'developer' | 'viewer' | 'billing'

/** Each role with what it is for. The exact rights are on the roles page. */
export const ROLES: Record<Role, { label: string; sentence: string }> = {
  owner: { label: 'Owner', sentence: 'Everything, deleting the team included.' },
  admin: { label: 'Admin', sentence: 'Everything but deleting the team and paying for it.' },
  developer: { label: 'Developer', sentence: 'Projects, workflows and approvals.' },
  viewer: { label: 'Viewer', sentence: 'Sees projects and workflows, changes nothing.' },
  billing: { label: 'Billing', sentence: 'Plan and invoices, no code.' },
}

export const roleOptions = (roles: readonly Role[]) =>
  roles.map((role) => ({ value: role, label: ROLES[role].label }))
