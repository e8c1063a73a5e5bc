import { Form } from '@adonisjs/inertia/react'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { ExternalLink } from '~/components/external_link'
import { Field } from '~/components/field'
import { Select } from '~/components/select'
import { Textarea } from '~/components/textarea'
import { type Issue, IssuePicker } from './issue_picker'
import { type Capabilities, TaskSuggestions } from './task_suggestions'

interface TaskFormProps {
  /** One project fixes it; several are chosen from. */
  projects: { id: string; name: string }[]
  capabilities: Capabilities | null
  /** Made by the server with the page, so that two clicks are one workflow. */
  formToken: string
  /** Where the page itself does not say which project it is about. */
  namesProject?: boolean
  /** Whether the project is connected to a host with issues. */
  issues?: boolean
}

export function TaskForm({
  projects,
  capabilities,
  formToken,
  namesProject = false,
  issues = false,
}: TaskFormProps) {
  const [task, setTask] = useState('')
  const [projectId, setProjectId] = useState(projects[0]!.id)
  const [issue, setIssue] = useState<Issue | null>(null)

  function pick(chosen: Issue) {
    setIssue(chosen)
    setTask(`${chosen.title}\n\n${chosen.body}`.trim())
  }

  return (
    <Form
      route="workflows.store"
      className="grid grid-cols-1 gap-3 rounded-lg border bg-surface p-4"
      transform={() => ({ task, projectId, formToken, ...(issue && { issue: issue.number }) })}
    >
      {({ errors, processing }) => (
        <>
          <Field label="Task" error={errors.task}>
            <Textarea
              name="task"
              value={task}
              onChange={(event) => setTask(event.currentTarget.value)}
              placeholder="Say in plain words what should be different afterwards."
              maxLength={10_000}
              dir="auto"
              required
            />
          </Field>
          {issue && (
            <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
              Closes <ExternalLink href={issue.url}>#{issue.number}</ExternalLink>
              <Button size="sm" variant="ghost" onClick={() => setIssue(null)}>
                Not from this issue
              </Button>
            </p>
          )}
          <TaskSuggestions capabilities={capabilities} onPick={setTask} />
          <div className="flex flex-wrap items-end gap-3 max-sm:sticky max-sm:bottom-0">
            {(namesProject || projects.length > 1) && (
              <Field label="Project" error={errors.projectId} className="min-w-48 flex-1 sm:max-w-72">
                <Select
                  name="projectId"
                  value={projectId}
                  onChange={(event) => setProjectId(event.currentTarget.value)}
                  options={projects.map(({ id, name }) => ({ value: id, label: name }))}
                />
              </Field>
            )}
            {issues && <IssuePicker projectId={projectId} onPick={pick} />}
            <Button
              type="submit"
              variant="primary"
              busy={processing}
              icon={<Play aria-hidden="true" />}
              className="max-sm:w-full"
            >
              Run task
            </Button>
          </div>
        </>
      )}
    </Form>
  )
}
