/** What a token may do, from little to much. */
export const TOKEN_SCOPES = [
  { value: 'read', label: 'Read', hint: 'See projects, workflows and their events.' },
  {
    value: 'write',
    label: 'Read and write',
    hint: 'Also run, cancel and approve workflows, add and remove projects.',
  },
  {
    value: 'admin',
    label: 'Administer',
    hint: 'Also manage members, roles, models and settings, and read the audit trail.',
  },
]

/** For operators of the installation alone. */
export const OPERATOR_SCOPE = {
  value: 'operator',
  label: 'Operate this installation',
  hint: 'Only /api/admin: accounts, teams, queue and flags. Nothing of any team.',
}

export const LIFETIMES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: 'never', label: 'Until it is revoked' },
]

/** The most that a token with these scopes may do, in words. */
export const scopeLabel = (scopes: readonly string[]) =>
  [...TOKEN_SCOPES, OPERATOR_SCOPE].findLast(({ value }) => scopes.includes(value))?.label ?? 'Nothing'
