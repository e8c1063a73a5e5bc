import { useState } from 'react'
import { useShortcut } from '~/hooks/use_shortcut'
import { Dialog } from './dialog'
import { Kbd } from './kbd'

export interface Shortcut {
  /** Pressed one after the other, or any of them: `['j', '↓']`. */
  keys: readonly string[]
  does: string
}

interface KeyboardHelpProps {
  groups: readonly { title: string; shortcuts: readonly Shortcut[] }[]
}

const HELP: Shortcut = { keys: ['?'], does: 'Show this list' }

/** Opens on `?` anywhere on the page that holds it. */
export function KeyboardHelp({ groups }: KeyboardHelpProps) {
  const [open, setOpen] = useState(false)
  useShortcut('?', () => setOpen(true))
  return (
    <Dialog title="Keyboard shortcuts" size="sm" open={open} onOpenChange={setOpen}>
      <div className="grid gap-5">
        {[...groups, { title: 'Everywhere', shortcuts: [HELP] }].map((group) => (
          <section key={group.title}>
            <h3 className="mb-1 text-sm font-medium text-muted">{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div
                  key={shortcut.does}
                  className="flex min-h-8 items-center justify-between gap-4 border-b last:border-b-0"
                >
                  <dt>{shortcut.does}</dt>
                  <dd className="flex gap-1">
                    {shortcut.keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
