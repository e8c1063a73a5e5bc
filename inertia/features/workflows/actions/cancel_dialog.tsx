import { router } from '@inertiajs/react'
import { useState } from 'react'
import { urlFor } from '~/client'
import { ConfirmDialog } from '~/components/confirm_dialog'
import type { Workflow } from '../server_types'

interface CancelDialogProps {
  workflow: Workflow
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function CancelDialog({ workflow, open, onOpenChange }: CancelDialogProps) {
  const [busy, setBusy] = useState(false)
  function cancel() {
    router.post(
      urlFor('workflow_cancellations.store', { id: workflow.id }),
      {},
      {
        preserveScroll: true,
        preserveUrl: true,
        onStart: () => setBusy(true),
        onFinish: () => {
          setBusy(false)
          onOpenChange(false)
        },
      }
    )
  }
  return (
    <ConfirmDialog
      title={`Cancel workflow #${workflow.number}?`}
      description="What runs is stopped within two seconds: the step, its processes and any call of a model. Logs and results so far are kept. It cannot be resumed, but it can be run again from a step."
      confirmLabel="Cancel workflow"
      cancelLabel="Let it run"
      danger
      busy={busy}
      onConfirm={cancel}
      open={open}
      onOpenChange={onOpenChange}
    />
  )
}
