import { useForm } from '@inertiajs/react'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'
import { Dialog, DialogClose } from '~/components/dialog'
import { randomId } from '../actions/random_id'
import type { Workflow } from '../server_types'

interface ReplayDialogProps {
  workflow: Workflow
  onClose: () => void
}

/** Repeats a whole record. */
export function ReplayDialog({ workflow, onClose }: ReplayDialogProps) {
  const [formToken] = useState(randomId)
  const form = useForm({})
  const errors = form.errors as Record<string, string>

  function start() {
    form.transform(() => ({ exchangeId: null, formToken }))
    form.post(urlFor('workflow_replays.store', { id: workflow.id }), { onSuccess: onClose })
  }

  return (
    <Dialog
      title={`Replay #${workflow.number}`}
      description="As a new workflow. Every answer is taken from the record; a model is asked only where a question comes out otherwise."
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <DialogClose>
            <Button disabled={form.processing}>Close</Button>
          </DialogClose>
          <Button variant="primary" icon={<Play aria-hidden="true" />} busy={form.processing} onClick={start}>
            Start replay
          </Button>
        </>
      }
    >
      <p className="text-muted">The tests run again; the branch is a new one.</p>
      {errors.message && (
        <p role="alert" className="mt-2 text-sm text-bad">
          {errors.message}
        </p>
      )}
    </Dialog>
  )
}
