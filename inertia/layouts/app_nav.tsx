import { Link } from '@adonisjs/inertia/react'
import { usePage } from '@inertiajs/react'
import { FolderGit2, Gauge, LayoutDashboard, Map as MapIcon, Settings, Workflow } from 'lucide-react'
import { useSharedProps } from '~/hooks/use_shared_props'
import { cn } from '~/lib/cn'
import { settingsFor } from './settings_nav'

const ENTRIES = [
  { label: 'Dashboard', href: '/dashboard', right: 'workflows.read', icon: LayoutDashboard },
  { label: 'Projects', href: '/projects', right: 'projects.read', icon: FolderGit2 },
  { label: 'Workflows', href: '/workflows', right: 'workflows.read', icon: Workflow },
  { label: 'Models', href: '/models', right: 'models.read', icon: Gauge },
  { label: 'Map', href: '/intelligence', right: 'projects.read', icon: MapIcon },
] as const

export function AppNav() {
  const { rights } = useSharedProps()
  const settings = settingsFor(rights)[0]?.entries[0]
  const entries = [
    ...ENTRIES.filter(({ right }) => rights.includes(right)).map((entry) => ({
      ...entry,
      section: entry.href,
    })),
    ...(settings ? [{ label: 'Settings', href: settings.href, section: '/settings', icon: Settings }] : []),
  ]
  const path = usePage().url.split('?')[0] ?? ''
  return (
    <nav aria-label="Main">
      <ul className="grid gap-0.5">
        {entries.map(({ label, href, section, icon: Icon }) => {
          const inSection = path === section || path.startsWith(`${section}/`)
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={path === href ? 'page' : inSection ? 'true' : undefined}
                className={cn(
                  'flex h-8 items-center gap-2.5 rounded-md px-2 font-medium transition-colors pointer-coarse:h-11',
                  inSection ? 'bg-raised text-text' : 'text-muted hover:bg-raised hover:text-text'
                )}
              >
                <Icon aria-hidden="true" className={cn('size-4 shrink-0', inSection && 'text-accent')} />
                {label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
