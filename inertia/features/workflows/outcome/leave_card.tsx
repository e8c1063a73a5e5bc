import { useForm } from '@inertiajs/react'
import { Check } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Textarea } from '~/components/textarea'
import type { Approval } from '../plan/use_approval'
import type { Workflow, WorkflowRights } from '../server_types'

interface LeaveCardProps {
  workflow: Workflow
  can: WorkflowRights
  approval: Approval
  onCancel: () => void
}

/** The change is there and proven; a person reads it and lets it leave, or sends it back with a sentence. */
export function LeaveCard({ workflow, can, approval, onCancel }: LeaveCardProps) {
  const [asking, setAsking] = useState(false)
  return (
    <section aria-label="Approval" className="grid gap-3 rounded-lg border border-warn/50 bg-warn-soft p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0 flex-1 basis-72">
          <h3 className="font-semibold">This change waits for you</h3>
          <p className="text-pretty">
            {can.approve
              ? 'Read the change and its proof. It is pushed when you let it leave, and not before.'
              : 'A member of the team who may approve has to let it leave. You can read, but not approve.'}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {can.cancel && <Button onClick={onCancel}>Cancel workflow</Button>}
          {can.approve && !asking && <Button onClick={() => setAsking(true)}>Request changes</Button>}
          {can.approve && (
            <Button
              variant="primary"
              icon={<Check aria-hidden="true" />}
              busy={approval.busy}
              onClick={approval.approve}
            >
              Let it leave
            </Button>
          )}
        </div>
      </div>
      {can.approve && asking && <RequestForm workflowId={workflow.id} onDone={() => setAsking(false)} />}
    </section>
  )
}

function RequestForm({ workflowId, onDone }: { workflowId: string; onDone: () => void }) {
  const form = useForm({ text: '' })

  function send(event: FormEvent) {
    event.preventDefault()
    form.post(urlFor('requested_changes.store', { id: workflowId }), {
      preserveScroll: true,
      preserveState: true,
      preserveUrl: true,
      onSuccess: onDone,
    })
  }

  return (
    <form onSubmit={send} className="grid gap-3">
      <Field label="What should be different?" error={form.errors.text} required>
        <Textarea
          rows={2}
          maxLength={4000}
          autoFocus
          value={form.data.text}
          onChange={(event) => form.setData('text', event.target.value)}
        />
      </Field>
      <div className="flex gap-2">
        <Button
          type="submit"
          variant="primary"
          busy={form.processing}
          disabled={form.data.text.trim() === ''}
        >
          Send back
        </Button>
        <Button onClick={onDone}>Never mind</Button>
      </div>
    </form>
  )
}
