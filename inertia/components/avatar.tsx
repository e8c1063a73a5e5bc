import { cn } from '~/lib/cn'

interface AvatarProps {
  initials: string
  /** Whose they are; left out where the name stands beside it. */
  name?: string
  size?: 'sm' | 'md'
}

export function Avatar({ initials, name, size = 'md' }: AvatarProps) {
  return (
    <span
      {...(name ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
      className={cn(
        'inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent uppercase select-none',
        size === 'sm' ? 'size-6 text-[0.625rem]' : 'size-8 text-xs'
      )}
    >
      {initials.slice(0, 2)}
    </span>
  )
}
