import { cn } from '~/lib/cn'

interface AvatarProps {
  initials: string
  /** Whose they are; left out where the name stands beside it. */
  name?: string
  /** Their picture, where they have one. */
  src?: string | null | undefined
  size?: 'sm' | 'md' | 'lg'
}

const SIZE = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-xs', lg: 'size-16 text-xl' }

export function Avatar({ initials, name, src, size = 'md' }: AvatarProps) {
  if (src) {
    return (
      <img
        src={src}
        alt={name ?? ''}
        title={name}
        className={cn('shrink-0 rounded-full object-cover', SIZE[size])}
      />
    )
  }
  return (
    <span
      {...(name ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
      className={cn(
        'inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent uppercase select-none',
        SIZE[size]
      )}
    >
      {initials.slice(0, 2)}
    </span>
  )
}
