export const TEXT_LINK = 'rounded-sm text-accent underline decoration-1 underline-offset-3 hover:decoration-2'
