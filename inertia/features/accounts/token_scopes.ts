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

export const LIFETIMES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
  { value: 'never', label: 'Until it is revoked' },
]

/** The most that a token with these scopes may do, in words. */
export const scopeLabel = (scopes: readonly string[]) =>
  TOKEN_SCOPES.findLast(({ value }) => scopes.includes(value))?.label ?? 'Nothing'
