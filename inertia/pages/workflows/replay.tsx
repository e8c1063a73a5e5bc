import type { Data } from '@generated/data'
import { Head, useForm } from '@inertiajs/react'
import { Play } from 'lucide-react'
import { urlFor } from '~/client'
import { Banner } from '~/components/banner'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { LinkButton } from '~/components/link_button'
import { PageHeader } from '~/components/page_header'
import { Departure } from '~/features/workflows/replay/departure'
import { Instructions } from '~/features/workflows/replay/instructions'
import { QuestionPartForm } from '~/features/workflows/replay/question_form'
import { STEPS } from '~/features/workflows/steps'
import type { InertiaProps } from '~/types'

type ReplayProps = InertiaProps<{
  workflow: { id: string; number: number; task: string; projectName: string; open: boolean }
  question: Data.Workflows.WorkflowQuestion
  models: string[]
  formToken: string
}>

/** A finished workflow once more: the same up to one question, and from there on as it is written here. */
export default function Replay({ workflow, question, models, formToken }: ReplayProps) {
  const { id, step, attempt, turn, name, instructions, parts } = question
  const form = useForm({ texts: {} as Record<number, string>, model: '', message: '' })
  const show = urlFor('workflows.show', { id: workflow.id })
  const where = `${STEPS[step].label}${attempt > 1 ? `, attempt ${attempt}` : ''}`
  const changed = parts.filter(({ index, text }) => (form.data.texts[index] ?? text) !== text)

  function start() {
    form.transform(({ texts, model, message }) => ({
      exchangeId: id,
      parts: changed.map(({ index }) => ({ index, text: texts[index] })),
      model: model || null,
      message: message.trim() || null,
      formToken,
    }))
    form.post(urlFor('workflow_replays.store', { id: workflow.id }))
  }

  return (
    <>
      <Head title={`Replay #${workflow.number} from question ${turn}`} />
      <PageHeader
        title={`Replay #${workflow.number} from question ${turn}`}
        description={`${where}, asked of ${name}. ${costWords(turn)} The result is a workflow of its own, to be compared with this one.`}
        breadcrumbs={[
          { label: 'Workflows', href: '/workflows' },
          { label: `#${workflow.number}`, href: show },
          { label: 'Replay' },
        ]}
      />
      {!workflow.open && (
        <Banner tone="warn" title="This workflow has not ended yet" className="mb-4">
          Only a finished one can be replayed.
        </Banner>
      )}
      <form
        className="grid max-w-4xl grid-cols-1 gap-4 max-sm:pb-16"
        onSubmit={(event) => {
          event.preventDefault()
          start()
        }}
      >
        <Departure models={models} asked={name} form={form} />
        <Card title="The question">
          <div className="grid gap-4">
            {instructions && <Instructions text={instructions} />}
            {parts.length === 0 && (
              <p className="text-muted">
                This question was too long to be kept whole, so its words cannot be changed. Say something to
                the model, or choose another one.
              </p>
            )}
            {parts.map((part) => (
              <QuestionPartForm
                key={part.index}
                part={part}
                onChange={(text) => form.setData('texts', { ...form.data.texts, [part.index]: text })}
              />
            ))}
          </div>
        </Card>
        <div className="flex items-center gap-3 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:z-20 max-sm:border-t max-sm:bg-surface max-sm:p-3">
          <Button
            type="submit"
            variant="primary"
            icon={<Play aria-hidden="true" />}
            busy={form.processing}
            disabled={!workflow.open}
          >
            Start replay
          </Button>
          <LinkButton href={show}>Back</LinkButton>
          {changed.length > 0 && <span className="text-sm text-muted">The question is changed.</span>}
        </div>
      </form>
    </>
  )
}

function costWords(turn: number): string {
  if (turn === 1) return 'It is the first question, so everything is asked anew, and costs.'
  const before = turn === 2 ? 'The answer before it is' : `The ${turn - 1} answers before it are`
  return `${before} taken from the record at no cost; from here on models are asked, and cost.`
}
