import { usePage } from '@inertiajs/react'
import { Menu as MenuIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Sheet } from '~/components/sheet'
import { AppSidebar } from './app_sidebar'
import { Brand } from './brand'

/** What a narrow screen has in place of the sidebar. */
export function AppTopBar() {
  const { url } = usePage()
  const [open, setOpen] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new address closes the menu that led there
  useEffect(() => setOpen(false), [url])

  return (
    <header className="sticky top-0 z-30 flex h-13 items-center justify-between border-b bg-bg px-3 lg:hidden">
      <Brand href="/dashboard" className="px-1 py-2" />
      <Sheet
        title="Menu"
        titleHidden
        side="left"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button
            type="button"
            aria-label="Open the menu"
            className="flex size-10 items-center justify-center rounded-md hover:bg-raised"
          >
            <MenuIcon aria-hidden="true" className="size-5" />
          </button>
        }
      >
        <AppSidebar />
      </Sheet>
    </header>
  )
}
