import type { Data } from '@generated/data'

type Right = Data.SharedProps['rights'][number]

interface SettingsEntry {
  label: string
  href: string
  /** Hidden from those who lack it; absent for what is everybody's own. */
  right?: Right
}

interface SettingsGroup {
  label: string
  entries: readonly SettingsEntry[]
}

/** Every settings page. One that is not here can be reached by its address alone. */
export const SETTINGS: readonly SettingsGroup[] = [
  {
    label: 'You',
    entries: [
      { label: 'Profile', href: '/settings/profile' },
      { label: 'Security', href: '/settings/security' },
      { label: 'Sessions', href: '/settings/sessions' },
      { label: 'API tokens', href: '/settings/tokens', right: 'tokens.manage' },
      { label: 'Programs', href: '/settings/apps' },
      { label: 'Your data', href: '/settings/privacy' },
    ],
  },
  {
    label: 'Team',
    entries: [
      { label: 'General', href: '/settings/team', right: 'team.read' },
      { label: 'Connections', href: '/settings/connections', right: 'projects.read' },
      { label: 'Members', href: '/settings/members', right: 'team.read' },
      { label: 'Roles', href: '/settings/roles', right: 'team.read' },
      { label: 'Models', href: '/settings/models', right: 'models.read' },
      { label: 'Budgets', href: '/settings/budgets', right: 'models.read' },
      { label: 'Billing', href: '/billing', right: 'billing.read' },
      { label: 'Service tokens', href: '/settings/service-tokens', right: 'service_tokens.manage' },
      { label: 'Audit trail', href: '/settings/audit', right: 'audit.read' },
      { label: 'Danger zone', href: '/settings/danger', right: 'team.read' },
    ],
  },
]

/** The groups that have something for these rights. */
export function settingsFor(rights: readonly Right[]): SettingsGroup[] {
  return SETTINGS.map(({ label, entries }) => ({
    label,
    entries: entries.filter(({ right }) => !right || rights.includes(right)),
  })).filter(({ entries }) => entries.length > 0)
}
