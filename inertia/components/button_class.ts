import { cva, type VariantProps } from 'class-variance-authority'

/** How anything that acts looks, be it a button or a link. */
export const buttonClass = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:not-aria-busy:opacity-50 aria-busy:cursor-progress [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-bg enabled:hover:bg-accent/88 [a]:hover:bg-accent/88',
        secondary: 'border border-control bg-surface text-text enabled:hover:bg-raised [a]:hover:bg-raised',
        ghost: 'text-text enabled:hover:bg-raised [a]:hover:bg-raised',
        danger: 'bg-bad text-bg enabled:hover:bg-bad/88 [a]:hover:bg-bad/88',
      },
      size: {
        sm: 'h-7 px-2.5 text-sm pointer-coarse:h-9',
        md: 'h-8 px-3 text-base pointer-coarse:h-10',
        lg: 'h-10 px-4 text-base',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  }
)

export type ButtonLook = VariantProps<typeof buttonClass>
