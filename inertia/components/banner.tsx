import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '~/lib/cn'

type BannerTone = 'info' | 'warn' | 'bad'

const LOOK: Record<BannerTone, { icon: typeof Info; className: string; word: string }> = {
  info: { icon: Info, className: 'bg-info-soft text-info', word: 'Note' },
  warn: { icon: TriangleAlert, className: 'bg-warn-soft text-warn', word: 'Warning' },
  bad: { icon: CircleAlert, className: 'bg-bad-soft text-bad', word: 'Problem' },
}

interface BannerProps {
  tone: BannerTone
  title: string
  children?: ReactNode
  action?: ReactNode
  /** From edge to edge at the top of the page, without rounded corners. */
  wide?: boolean
  className?: string
}

/** Something that stays true until it is dealt with. It is read out when it appears only if it is bad. */
export function Banner({ tone, title, children, action, wide = false, className }: BannerProps) {
  const { icon: Icon, className: look, word } = LOOK[tone]
  return (
    <div
      role={tone === 'bad' ? 'alert' : undefined}
      className={cn(
        'flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-2.5',
        !wide && 'rounded-lg',
        look,
        className
      )}
    >
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-2.5">
        <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <div className="min-w-0">
          <p className="font-medium wrap-anywhere">
            <span className="sr-only">{word}: </span>
            {title}
          </p>
          {children && <div className="text-text wrap-anywhere">{children}</div>}
        </div>
      </div>
      {action}
    </div>
  )
}
