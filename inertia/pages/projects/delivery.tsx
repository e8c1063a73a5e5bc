import { Head, useForm } from '@inertiajs/react'
import type { FormEvent } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'
import { Checkbox } from '~/components/checkbox'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PageHeader } from '~/components/page_header'
import { Select } from '~/components/select'
import type { InertiaProps } from '~/types'

type Delivery = {
  id: string
  name: string
  host: 'github' | 'gitlab' | null
  requiresPublishApproval: boolean
  opensChangeRequest: boolean
  draft: boolean
  labels: string[]
  reviewers: string[]
  followsPipeline: boolean
  pipelineRepairs: number
  answersCalls: boolean
}

type Box = 'requiresPublishApproval' | 'opensChangeRequest' | 'draft' | 'followsPipeline' | 'answersCalls'

const REPAIRS = [0, 1, 2, 3, 4, 5].map((number) => ({
  value: String(number),
  label: number === 0 ? 'never' : number === 1 ? 'once' : `${number} times`,
}))

const listOf = (text: string) => [...new Set(text.split(/[\s,]+/).filter(Boolean))]

export default function ProjectsDelivery({ project }: InertiaProps<{ project: Delivery }>) {
  const { id, name, host, ...settings } = project
  const request = host === 'gitlab' ? 'merge request' : 'pull request'
  const form = useForm({
    ...settings,
    labels: settings.labels.join(', '),
    reviewers: settings.reviewers.join(', '),
  })
  const errors = form.errors as Record<string, string | undefined>

  function save(event: FormEvent) {
    event.preventDefault()
    form.transform((data) => ({ ...data, labels: listOf(data.labels), reviewers: listOf(data.reviewers) }))
    form.put(urlFor('project_delivery.update', { id }), { preserveScroll: true })
  }

  const box = (field: Box) => ({
    checked: form.data[field],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      form.setData(field, event.currentTarget.checked),
  })

  return (
    <>
      <Head title={`Delivery of ${name}`} />
      <PageHeader
        title="Delivery"
        description="What happens with a change when its tests have spoken."
        breadcrumbs={[
          { label: 'Projects', href: '/projects' },
          { label: name, href: urlFor('projects.show', { id }) },
          { label: 'Settings', href: urlFor('projects.edit', { id }) },
          { label: 'Delivery' },
        ]}
      />
      <form onSubmit={save} className="grid max-w-xl gap-5">
        <Checkbox
          label="A person lets each change leave"
          hint="Nothing is pushed before somebody has read the change and its proof and said so."
          {...box('requiresPublishApproval')}
        />
        {host === null ? (
          <p className="rounded-lg border p-4 text-muted">
            This project is plain git: the branch is pushed, and that is all. Add it again through a
            connection to GitHub or GitLab to have requests opened and pipelines followed.
          </p>
        ) : (
          <>
            <Checkbox
              label={`Open a ${request}`}
              hint="With the plan, what changed and why, the proof and the cost."
              {...box('opensChangeRequest')}
            />
            {form.data.opensChangeRequest && (
              <div className="grid gap-5 border-l pl-5">
                <Checkbox label="As a draft" {...box('draft')} />
                <Field label="Labels" hint="With commas between them." error={errors.labels} optional>
                  <Input
                    value={form.data.labels}
                    onChange={(event) => form.setData('labels', event.target.value)}
                    placeholder="agentops"
                  />
                </Field>
                <Field
                  label="Reviewers"
                  hint="User names, with commas between them."
                  error={errors.reviewers}
                  optional
                >
                  <Input
                    value={form.data.reviewers}
                    onChange={(event) => form.setData('reviewers', event.target.value)}
                    placeholder="ada, grace"
                  />
                </Field>
              </div>
            )}
            <Checkbox
              label="Follow the pipeline"
              hint="The workflow ends when the host’s own checks have spoken. Flaky jobs are run once more."
              {...box('followsPipeline')}
            />
            {form.data.followsPipeline && (
              <Field label="Repair a red pipeline" error={errors.pipelineRepairs} className="border-l pl-5">
                <Select
                  value={String(form.data.pipelineRepairs)}
                  options={REPAIRS}
                  onChange={(event) => form.setData('pipelineRepairs', Number(event.target.value))}
                />
              </Field>
            )}
            <Checkbox
              label="Answer calls at the host"
              hint={`Who may push can start work with the label “agentops” on an issue, and with “@agentops …” in a comment on an issue or ${request}. It counts like any other workflow.`}
              {...box('answersCalls')}
            />
          </>
        )}
        <div>
          <Button type="submit" variant="primary" busy={form.processing}>
            Save settings
          </Button>
        </div>
      </form>
    </>
  )
}
