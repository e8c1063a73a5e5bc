import { type KeyboardEvent, useRef, useState } from 'react'
import type { Option } from '~/components/select'

interface ComboboxState {
  options: readonly Option[]
  value: string
  open: boolean
  setOpen: (open: boolean) => void
  onValueChange: (value: string) => void
}

/** What is typed, which entries match, which one the arrows are on. Knows nothing of how it is drawn. */
export function useCombobox({ options, value, open, setOpen, onValueChange }: ComboboxState) {
  const [typed, setTyped] = useState<string | null>(null)
  const [index, setIndex] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const chosen = options.find((option) => option.value === value)
  const needle = (typed ?? '').trim().toLowerCase()
  const matches = options.filter((option) => option.label.toLowerCase().includes(needle))
  const active = matches[Math.min(index, matches.length - 1)]

  function show() {
    setOpen(true)
    setIndex(Math.max(0, chosen ? options.indexOf(chosen) : 0))
  }

  function close() {
    setOpen(false)
    setTyped(null)
  }

  function take(option: Option | undefined) {
    if (!option || option.disabled) return
    onValueChange(option.value)
    close()
  }

  function move(step: number) {
    if (!open) return show()
    const next = (matches.indexOf(active!) + step + matches.length) % Math.max(1, matches.length)
    setIndex(next)
    const id = `${field.current?.getAttribute('aria-controls')}-${matches[next]?.value}`
    document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const actions: Record<string, () => void> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => take(active),
      Escape: close,
    }
    const action = actions[event.key]
    if (!action || (!open && !event.key.startsWith('Arrow'))) return
    event.preventDefault()
    action()
  }

  function onChange(text: string) {
    setTyped(text)
    setIndex(0)
    setOpen(true)
  }

  return {
    matches,
    active,
    take,
    /** The input is the anchor, not part of the layer: a press on it must not count as a press outside. */
    keepOpenOnOwnInput(event: { target: EventTarget | null; preventDefault: () => void }) {
      if (event.target === field.current) event.preventDefault()
    },
    input: {
      ref: field,
      value: typed ?? chosen?.label ?? '',
      onChange: (event: { target: HTMLInputElement }) => onChange(event.target.value),
      onClick: show,
      onBlur: close,
      onKeyDown,
    },
  }
}
