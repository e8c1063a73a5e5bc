import { type ComponentProps, useState } from 'react'
import { Input } from './input'

type PasswordInputProps = Omit<ComponentProps<typeof Input>, 'type' | 'trailing' | 'icon'> & {
  /** `off` for a secret that is not the reader's own password: a token, a key. */
  autoComplete: 'current-password' | 'new-password' | 'off'
  /** What it is called on the button that shows it. */
  noun?: string
}

/** Shows what was typed on request, which a second "repeat it" field would only guess at. */
export function PasswordInput({ noun = 'password', ...props }: PasswordInputProps) {
  const [shown, setShown] = useState(false)
  return (
    <Input
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      className="pr-15"
      trailing={
        <button
          type="button"
          aria-label={`${shown ? 'Hide' : 'Show'} ${noun}`}
          onClick={() => setShown(!shown)}
          className="h-6 rounded-sm px-2 text-sm font-medium text-muted hover:text-text"
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      }
    />
  )
}
