import { Link } from '@adonisjs/inertia/react'
import { usePage } from '@inertiajs/react'
import type { ReactNode } from 'react'
import { useCurrentInView } from '~/hooks/use_current_in_view'
import { useSharedProps } from '~/hooks/use_shared_props'
import { cn } from '~/lib/cn'
import AppLayout from './app_layout'
import { settingsFor } from './settings_nav'

/** The shell with a list of all settings beside the page; on a phone the list is a row that scrolls sideways. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  const { rights } = useSharedProps()
  const path = usePage().url.split('?')[0] ?? ''
  const list = useCurrentInView(path)
  return (
    <AppLayout>
      <div className="grid grid-cols-1 gap-x-10 gap-y-5 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <nav
          ref={list}
          aria-label="Settings"
          className="-mx-4 overflow-x-auto border-b px-4 pb-2 sm:-mx-6 sm:px-6 lg:mx-0 lg:overflow-visible lg:border-0 lg:px-0 lg:pb-0"
        >
          <div className="flex gap-x-4 lg:sticky lg:top-5 lg:grid lg:gap-y-5">
            {settingsFor(rights).map(({ label, entries }) => (
              <div key={label} className="flex shrink-0 items-center gap-1 lg:grid lg:items-stretch">
                <p className="px-2 text-sm text-muted">{label}</p>
                {entries.map(({ label: name, href }) => {
                  const here = path === href || path.startsWith(`${href}/`)
                  return (
                    <Link
                      key={href}
                      href={href}
                      aria-current={here ? 'page' : undefined}
                      className={cn(
                        'flex h-8 items-center rounded-md px-2 whitespace-nowrap transition-colors pointer-coarse:h-11',
                        here
                          ? 'bg-raised font-medium text-text'
                          : 'text-muted hover:bg-raised hover:text-text'
                      )}
                    >
                      {name}
                    </Link>
                  )
                })}
              </div>
            ))}
          </div>
        </nav>
        <div className="min-w-0">{children}</div>
      </div>
    </AppLayout>
  )
}
