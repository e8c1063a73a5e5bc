import { KeyboardHelp } from '~/components/keyboard_help'
import { useShortcut } from '~/hooks/use_shortcut'
import type { ViewerTab } from './address'

interface ViewerKeysProps {
  onStep: (by: 1 | -1) => void
  onTab: (tab: ViewerTab) => void
  onSearch: () => void
  onRerun: (() => void) | null
  onSpeak: (() => void) | null
}

/** The keys of the whole viewer; those of the log (f, n, N) live with the log. */
export function ViewerKeys({ onStep, onTab, onSearch, onRerun, onSpeak }: ViewerKeysProps) {
  useShortcut('j', () => onStep(1))
  useShortcut('k', () => onStep(-1))
  useShortcut('/', onSearch)
  useShortcut('l', () => onTab('log'))
  useShortcut('p', () => onTab('plan'))
  useShortcut('d', () => onTab('diff'))
  useShortcut('v', () => onTab('verdict'))
  useShortcut('i', () => onTab('details'))
  useShortcut('r', () => onRerun?.(), onRerun !== null)
  useShortcut('m', () => onSpeak?.(), onSpeak !== null)
  return (
    <KeyboardHelp
      groups={[
        {
          title: 'Steps and tabs',
          shortcuts: [
            { keys: ['j'], does: 'Next step' },
            { keys: ['k'], does: 'Step before' },
            { keys: ['l'], does: 'Log' },
            { keys: ['p'], does: 'Plan' },
            { keys: ['d'], does: 'Diff' },
            { keys: ['v'], does: 'Verdict' },
            { keys: ['i'], does: 'Details' },
            { keys: ['r'], does: 'Run again, when it has ended' },
            { keys: ['m'], does: 'Say something to the model while it works' },
          ],
        },
        {
          title: 'Log',
          shortcuts: [
            { keys: ['/'], does: 'Search' },
            { keys: ['n', 'N'], does: 'Next and previous match' },
            { keys: ['f'], does: 'Follow new lines, or go to the end' },
          ],
        },
      ]}
    />
  )
}
