import { useSharedProps } from '~/hooks/use_shared_props'
import { AppNav } from './app_nav'
import { Brand } from './brand'
import { TeamMenu } from './team_menu'
import { UpgradeLink } from './upgrade_link'
import { UserMenu } from './user_menu'

/** Brand, team, the four places, the person: beside the page on a wide screen, in a sheet on a phone. */
export function AppSidebar() {
  const { system } = useSharedProps()
  return (
    <div className="flex h-full flex-col gap-4 p-3">
      <div className="pt-1">
        <Brand href="/dashboard" className="mx-2" />
        <TeamMenu />
      </div>
      <div className="flex-1">
        <AppNav />
      </div>
      <UpgradeLink />
      <p className="tabular px-2 text-xs text-muted">
        {system.version}
        {system.embedded && ' · runs on this machine'}
      </p>
      <UserMenu />
    </div>
  )
}
