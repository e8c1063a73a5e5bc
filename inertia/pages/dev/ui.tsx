import { Head } from '@inertiajs/react'
import { Actions } from '~/components/gallery/actions'
import { DataDisplay } from '~/components/gallery/data'
import { Figures } from '~/components/gallery/figures'
import { Forms } from '~/components/gallery/forms'
import { Overlays } from '~/components/gallery/overlays'
import { States } from '~/components/gallery/states'
import { Tokens } from '~/components/gallery/tokens'
import { KeyboardHelp } from '~/components/keyboard_help'
import { PageHeader } from '~/components/page_header'
import { Toaster } from '~/components/toaster'

const SHORTCUTS = [
  {
    title: 'Steps',
    shortcuts: [
      { keys: ['j', 'k'], does: 'Next and previous step' },
      { keys: ['/'], does: 'Search the log' },
    ],
  },
]

export default function Gallery() {
  return (
    <div className="py-8">
      <Head title="Components" />
      <PageHeader
        title="Components"
        description="Every primitive in its states, in both themes. Development only. Press ? for the keys."
      />
      <Tokens />
      <Actions />
      <Forms />
      <Overlays />
      <DataDisplay />
      <Figures />
      <States />
      <KeyboardHelp groups={SHORTCUTS} />
      <Toaster />
    </div>
  )
}
