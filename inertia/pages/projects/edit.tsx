import { Form } from '@adonisjs/inertia/react'
import type { Data } from '@generated/data'
import { Head, router } from '@inertiajs/react'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'
import { Checkbox } from '~/components/checkbox'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { PageHeader } from '~/components/page_header'
import { PasswordInput } from '~/components/password_input'
import { TextLink } from '~/components/text_link'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ project: Data.Projects.Project }>

export default function ProjectsEdit({ project }: Props) {
  return (
    <>
      <Head title={`Settings of ${project.name}`} />
      <PageHeader
        title="Project settings"
        breadcrumbs={[
          { label: 'Projects', href: '/projects' },
          { label: project.name, href: `/projects/${project.id}` },
          { label: 'Settings' },
        ]}
      />
      <div className="grid max-w-xl gap-10">
        <Settings project={project} />
        <div className="grid gap-2 text-muted">
          <p>
            <TextLink href={urlFor('project_delivery.edit', { id: project.id })}>
              How changes are delivered
            </TextLink>
            : approval, requests, pipelines.
          </p>
          <p>
            <TextLink href={urlFor('project_models.show', { id: project.id })}>Models and budget</TextLink>:
            what this project may spend, which models it uses, where its code may be sent.
          </p>
          <p>
            <TextLink href={`/projects/${project.id}/deliveries`}>Git host</TextLink>: the connected account,
            its webhook and what it has delivered.
          </p>
        </div>
        <DangerZone project={project} />
      </div>
    </>
  )
}

function Settings({ project }: { project: Data.Projects.Project }) {
  const [approval, setApproval] = useState(project.requiresPlanApproval)
  return (
    <Form
      route="projects.update"
      routeParams={{ id: project.id }}
      className="grid gap-5"
      transform={(data) => ({
        ...data,
        requiresPlanApproval: approval,
        autoApproveMicros: microsOf(data.autoApproveMicros),
      })}
    >
      {({ errors, processing }) => (
        <>
          <Field label="Name" error={errors.name} required>
            <Input name="name" defaultValue={project.name} maxLength={80} dir="auto" required />
          </Field>
          <Field label="Branch to work on" error={errors.defaultBranch} required>
            <Input name="defaultBranch" mono defaultValue={project.defaultBranch} maxLength={255} required />
          </Field>
          <Field
            label="Test command"
            error={errors.testCommand}
            optional
            hint="Runs in the sandbox, in the repository's root. Left empty, .agentops.yml or what is detected decides."
          >
            <Input
              name="testCommand"
              mono
              defaultValue={project.testCommand ?? ''}
              placeholder="npm test"
              maxLength={500}
            />
          </Field>
          <Field
            label="Install command"
            error={errors.installCommand}
            optional
            hint="Runs before the tests, in the same sandbox."
          >
            <Input
              name="installCommand"
              mono
              defaultValue={project.installCommand ?? ''}
              placeholder="npm ci"
              maxLength={500}
            />
          </Field>
          {project.remoteKind === 'https' && (
            <Field
              label={project.hasCredential ? 'New access token' : 'Access token'}
              error={errors.token}
              optional
              hint={
                project.hasCredential
                  ? 'One is stored. Enter another to replace it.'
                  : 'For a private repository, and to push.'
              }
            >
              <PasswordInput name="token" autoComplete="off" maxLength={4000} />
            </Field>
          )}
          <Checkbox
            label="A person approves the plan"
            hint="Every workflow waits after its plan until somebody says go on."
            checked={approval}
            onChange={(event) => setApproval(event.currentTarget.checked)}
          />
          {approval && (
            <Field
              label="Unless it is estimated to cost at most"
              error={errors.autoApproveMicros}
              optional
              hint="In US dollars. Left empty, every plan waits. A plan whose cost is not known always does."
            >
              <Input
                name="autoApproveMicros"
                type="number"
                inputMode="decimal"
                min={0}
                max={1000}
                step="0.01"
                placeholder="0.10"
                defaultValue={project.autoApproveMicros === null ? '' : project.autoApproveMicros / 1_000_000}
                className="max-w-40"
              />
            </Field>
          )}
          <div>
            <Button type="submit" variant="primary" busy={processing}>
              Save settings
            </Button>
          </div>
        </>
      )}
    </Form>
  )
}

/** Of what was typed as dollars; null when nothing was. */
function microsOf(dollars: unknown): number | null {
  const amount = typeof dollars === 'string' && dollars !== '' ? Number(dollars) : Number.NaN
  return Number.isFinite(amount) ? Math.round(amount * 1_000_000) : null
}

function DangerZone({ project }: { project: Data.Projects.Project }) {
  return (
    <section aria-labelledby="danger" className="rounded-lg border p-4">
      <h2 id="danger" className="font-semibold">
        Remove this project
      </h2>
      <p className="mt-1 mb-3 text-muted">
        Its workflows, logs and proofs are deleted. Branches that were pushed stay in the repository.
      </p>
      <ConfirmDialog
        title={`Remove ${project.name}?`}
        description="Its workflows, logs and proofs are deleted and cannot be brought back."
        confirmLabel="Remove project"
        cancelLabel="Keep it"
        danger
        onConfirm={() => router.delete(`/projects/${project.id}`)}
        trigger={
          <Button variant="danger" icon={<Trash2 aria-hidden="true" />}>
            Remove project
          </Button>
        }
      />
    </section>
  )
}
