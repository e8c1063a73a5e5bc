import { Check, Copy, CopyX } from 'lucide-react'
import { type CopyState, useCopy } from '~/hooks/use_copy'
import { cn } from '~/lib/cn'
import { buttonClass } from './button_class'

const SAID: Record<Exclude<CopyState, 'idle'>, string> = {
  copied: 'Copied',
  failed: 'The browser refused; select and copy by hand',
}

const ICON: Record<CopyState, typeof Copy> = { idle: Copy, copied: Check, failed: CopyX }

interface CopyButtonProps {
  text: string
  /** What is copied: "Copy branch name". */
  label: string
  className?: string
}

/** Small and everywhere, so its name is the browser's own title and costs no layer. */
export function CopyButton({ text, label, className }: CopyButtonProps) {
  const [state, copy] = useCopy()
  const Icon = ICON[state]
  const said = state === 'idle' ? '' : SAID[state]
  return (
    <>
      <button
        type="button"
        aria-label={label}
        title={said || label}
        onClick={() => copy(text)}
        className={cn(
          buttonClass({ variant: 'ghost', size: 'sm' }),
          'aspect-square px-0 text-muted hover:text-text',
          className
        )}
      >
        <Icon aria-hidden="true" className={state === 'copied' ? 'text-ok' : undefined} />
      </button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}
