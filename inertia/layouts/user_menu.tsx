import { useRouter } from '@adonisjs/inertia/react'
import { router as inertia } from '@inertiajs/react'
import { ChevronsUpDown, LogOut, Monitor, Moon, ShieldUser, Sun } from 'lucide-react'
import { Avatar } from '~/components/avatar'
import { Menu, MenuChoices, MenuItem, MenuSeparator } from '~/components/menu'
import { useSharedProps } from '~/hooks/use_shared_props'
import { useTheme } from '~/hooks/use_theme'
import type { Theme } from '~/lib/theme'

const THEME_CHOICES: { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: 'light', label: 'Light', icon: <Sun aria-hidden="true" /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden="true" /> },
  { value: 'system', label: 'As the system', icon: <Monitor aria-hidden="true" /> },
]

/** Who is signed in; theme and signing out. */
export function UserMenu() {
  const { user, actsAs } = useSharedProps()
  const [theme, setTheme] = useTheme()
  const router = useRouter()
  if (!user) return null
  const name = user.fullName || user.email
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          className="flex w-full min-w-0 items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-raised data-[state=open]:bg-raised"
        >
          <Avatar initials={user.initials} src={user.avatarUrl} size="sm" />
          <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
            {name}
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      <p className="max-w-56 truncate px-2 pt-1.5 pb-1 text-sm text-muted" title={user.email}>
        {user.email}
      </p>
      <MenuSeparator />
      <MenuChoices label="Theme" value={theme} options={THEME_CHOICES} onValueChange={setTheme} />
      <MenuSeparator />
      {user.isOperator && !actsAs && (
        <MenuItem icon={<ShieldUser aria-hidden="true" />} onSelect={() => inertia.visit('/admin')}>
          Administration
        </MenuItem>
      )}
      <MenuItem
        icon={<LogOut aria-hidden="true" />}
        onSelect={() => router.visit({ route: 'session.destroy' })}
      >
        Sign out
      </MenuItem>
    </Menu>
  )
}
