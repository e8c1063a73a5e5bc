import { Link } from '@adonisjs/inertia/react'
import { usePage } from '@inertiajs/react'
import { FolderGit2, Gauge, LayoutDashboard, Map as MapIcon, Settings, Workflow } from 'lucide-react'
import { useSharedProps } from '~/hooks/use_shared_props'
import { cn } from '~/lib/cn'
import { settingsFor } from './settings_nav'

const ENTRIES = [
  { label: 'Dashboard', href: '/dashboard', section: '/dashboard', icon: LayoutDashboard },
  { label: 'Projects', href: '/projects', section: '/projects', icon: FolderGit2 },
  { label: 'Workflows', href: '/workflows', section: '/workflows', icon: Workflow },
  { label: 'Models', href: '/models', section: '/models', icon: Gauge },
  { label: 'Map', href: '/intelligence', section: '/intelligence', icon: MapIcon },
]

export function AppNav() {
  const { rights } = useSharedProps()
  const settings = settingsFor(rights)[0]?.entries[0]
  const entries = settings
    ? [...ENTRIES, { label: 'Settings', href: settings.href, section: '/settings', icon: Settings }]
    : ENTRIES
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
