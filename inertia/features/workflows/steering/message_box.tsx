import { useForm } from '@inertiajs/react'
import { SendHorizontal } from 'lucide-react'
import type { FormEvent, KeyboardEvent, RefObject } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'
import { Field } from '~/components/field'
import { Textarea } from '~/components/textarea'

interface MessageBoxProps {
  workflowId: string
  field: RefObject<HTMLTextAreaElement | null>
}

/** Enter sends, with shift it begins a new line; on a phone the button does. */
export function MessageBox({ workflowId, field }: MessageBoxProps) {
  const form = useForm({ text: '' })
  const empty = form.data.text.trim() === ''

  function send() {
    if (empty || form.processing) return
    form.post(urlFor('workflow_messages.store', { id: workflowId }), {
      preserveScroll: true,
      preserveState: true,
      preserveUrl: true,
      onSuccess: () => form.reset(),
    })
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    send()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  return (
    <form onSubmit={onSubmit} className="flex items-end gap-2">
      <Field label="Say something to the model" error={form.errors.text} className="min-w-0 flex-1">
        <Textarea
          ref={field}
          rows={1}
          name="text"
          className="min-h-9!"
          maxLength={4000}
          placeholder="It is heard before the model goes on"
          value={form.data.text}
          onChange={(event) => form.setData('text', event.target.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        disabled={empty}
        busy={form.processing}
        icon={<SendHorizontal aria-hidden="true" />}
      >
        Send
      </Button>
    </form>
  )
}
