import { useForm } from '@inertiajs/react'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'
import { Dialog, DialogClose } from '~/components/dialog'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { Textarea } from '~/components/textarea'
import { randomId } from '../actions/random_id'
import type { ExchangeSummary, Workflow } from '../server_types'

interface ReplayDialogProps {
  workflow: Workflow
  /** Where it goes its own way; null: nowhere. */
  exchange: ExchangeSummary | null
  onClose: () => void
}

export function ReplayDialog({ workflow, exchange, onClose }: ReplayDialogProps) {
  const [formToken] = useState(randomId)
  const form = useForm({ model: '', message: '' })

  function start() {
    form.transform(({ model, message }) => ({
      exchangeId: exchange?.id ?? null,
      model: model.trim() || null,
      message: message.trim() || null,
      formToken,
    }))
    form.post(urlFor('workflow_replays.store', { id: workflow.id }), { onSuccess: onClose })
  }

  return (
    <Dialog
      title={`Replay #${workflow.number}`}
      description={
        exchange
          ? `As a new workflow. Everything before this question to ${exchange.name} is taken from the record; from there on models are asked, and cost.`
          : 'As a new workflow. Every answer is taken from the record; a model is asked only where a question comes out otherwise.'
      }
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
      {exchange ? (
        <div className="grid gap-4">
          <Field
            label="Say to the model there"
            hint="Left empty, it is asked the same again."
            error={form.errors.message}
            optional
          >
            <Textarea
              name="message"
              maxLength={4000}
              value={form.data.message}
              onChange={(event) => form.setData('message', event.target.value)}
            />
          </Field>
          <Field
            label="Ask another model"
            hint="Left empty, the router chooses."
            error={form.errors.model}
            optional
          >
            <Input
              name="model"
              mono
              list="replay-models"
              maxLength={160}
              placeholder={exchange.name}
              value={form.data.model}
              onChange={(event) => form.setData('model', event.target.value)}
            />
          </Field>
          <datalist id="replay-models">
            {workflow.models.map((model) => (
              <option key={model} value={model} />
            ))}
          </datalist>
        </div>
      ) : (
        <p className="text-muted">The tests run again; the branch is a new one.</p>
      )}
    </Dialog>
  )
}
