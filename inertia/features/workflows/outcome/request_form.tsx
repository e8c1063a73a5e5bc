import { useForm } from '@inertiajs/react'
import type { FormEvent } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Textarea } from '~/components/textarea'

interface RequestFormProps {
  workflowId: string
  onDone: () => void
}

/** What should be different in a change, in the words of whoever has read it. */
export default function RequestForm({ workflowId, onDone }: RequestFormProps) {
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
