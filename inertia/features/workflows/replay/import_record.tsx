import { useForm } from '@inertiajs/react'
import { Upload } from 'lucide-react'
import { useRef } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'

/** Takes a record that was exported here; replaying it does the work again. */
export function ImportRecord({ projectId }: { projectId: string }) {
  const input = useRef<HTMLInputElement>(null)
  const form = useForm<{ record: File | null }>({ record: null })

  function send(file: File | undefined) {
    if (!file) return
    form.transform(() => ({ record: file }))
    form.post(urlFor('workflow_records.store', { id: projectId }), { forceFormData: true })
  }

  return (
    <div className="grid justify-items-start gap-1">
      <input
        ref={input}
        type="file"
        accept=".jws"
        className="sr-only"
        aria-label="Record of a workflow"
        tabIndex={-1}
        onChange={(event) => {
          send(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <Button
        size="sm"
        icon={<Upload aria-hidden="true" />}
        busy={form.processing}
        onClick={() => input.current?.click()}
      >
        Import a record
      </Button>
      {form.errors.record && (
        <p role="alert" className="text-sm text-bad">
          {form.errors.record}
        </p>
      )}
    </div>
  )
}
