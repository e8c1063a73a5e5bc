import { Link } from '@adonisjs/inertia/react'
import { Check, ChevronsUpDown, Users } from 'lucide-react'
import { Menu, MenuItem, MenuSeparator } from '~/components/menu'
import { useSharedProps } from '~/hooks/use_shared_props'

/** Which team the page is about, and the way to the others. The entries are links: another tab can show another team. */
export function TeamMenu() {
  const { team, teams } = useSharedProps()
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={team ? `Team ${team.name}, change` : 'Your teams'}
          className="mt-1 flex h-8 w-full min-w-0 items-center gap-2 rounded-md px-2 text-left text-muted hover:bg-raised hover:text-text data-[state=open]:bg-raised pointer-coarse:h-11"
        >
          <span dir="auto" title={team?.name} className="min-w-0 flex-1 truncate text-sm">
            {team?.name ?? 'No team'}
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0" />
        </button>
      }
    >
      {teams.map(({ id, name }) => (
        <MenuItem key={id} asChild>
          <Link href={`/dashboard?team=${id}`} aria-current={id === team?.id ? 'true' : undefined}>
            <span dir="auto" className="max-w-64 min-w-0 flex-1 truncate">
              {name}
            </span>
            {id === team?.id && <Check aria-hidden="true" />}
          </Link>
        </MenuItem>
      ))}
      {teams.length > 0 && <MenuSeparator />}
      <MenuItem asChild>
        <Link href="/teams">
          <Users aria-hidden="true" />
          All teams, new team
        </Link>
      </MenuItem>
    </Menu>
  )
}
