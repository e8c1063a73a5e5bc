import { usePage } from '@inertiajs/react'
import { Banner } from '~/components/banner'
import { CopyButton } from '~/components/copy_button'

interface NewToken {
  name: string
  token: string
}

declare module '@inertiajs/core' {
  interface InertiaConfig {
    /** Only in the answer that made it: flash data is not kept in the browser's history. */
    flashDataType: { newToken?: NewToken }
  }
}

export function NewTokenNotice() {
  const { newToken } = usePage().flash
  if (!newToken) return null
  return (
    // Focused, so that it is read out and the next Tab is the button that copies it.
    <div key={newToken.token} ref={(element) => element?.focus()} tabIndex={-1} role="status">
      <Banner tone="info" title={`Copy the token "${newToken.name}" now. It is not shown again.`}>
        <div className="mt-2 flex max-w-full items-center gap-2">
          <code className="min-w-0 rounded-md border bg-surface px-2 py-1 font-mono text-sm break-all select-all">
            {newToken.token}
          </code>
          <CopyButton text={newToken.token} label="Copy token" />
        </div>
      </Banner>
    </div>
  )
}
