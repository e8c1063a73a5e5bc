import { router } from '@inertiajs/react'
import { useState } from 'react'
import { urlFor } from '~/client'

export interface Approval {
  approve: () => void
  busy: boolean
}

/** Lets a waiting workflow go on. */
export function useApproval(workflowId: string): Approval {
  const [busy, setBusy] = useState(false)
  function approve() {
    const options = {
      preserveScroll: true,
      preserveUrl: true,
      onStart: () => setBusy(true),
      onFinish: () => setBusy(false),
    }
    router.post(urlFor('workflow_approvals.store', { id: workflowId }), {}, options)
  }
  return { approve, busy }
}
