import { router } from '@inertiajs/react'
import { GitBranch, RotateCw, Wallet } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'
import { Code } from '~/components/code'
import { Dialog, DialogClose } from '~/components/dialog'
import { RadioGroup } from '~/components/radio_group'
import type { StepName, Workflow } from '../server_types'
import { isStepName } from '../step_order'
import { STEPS } from '../steps'
import { randomId } from './random_id'
import { runAgain, startingPoints, suggestedStart, takenOver } from './rerun_choices'

interface RerunDialogProps {
  workflow: Workflow
  /** The step one was looking at. */
  wanted: StepName | null
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function RerunDialog(props: RerunDialogProps) {
  // Every opening starts afresh: another step may be looked at, and another click is another wish.
  return props.open ? <OpenRerunDialog {...props} /> : null
}

function OpenRerunDialog({ workflow, wanted, onOpenChange }: RerunDialogProps) {
  const [from, setFrom] = useState(() => suggestedStart(workflow, wanted))
  const [formToken] = useState(randomId)
  const [busy, setBusy] = useState(false)

  // The dialog would put the focus on the first choice, from where an arrow key changes the one suggested.
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('input[name="from"]:checked')?.focus()
    )
    return () => cancelAnimationFrame(frame)
  }, [])

  function start() {
    router.post(
      urlFor('workflow_reruns.store', { id: workflow.id }),
      { from, formToken },
      {
        onStart: () => setBusy(true),
        onFinish: () => setBusy(false),
        onSuccess: () => onOpenChange(false),
      }
    )
  }

  return (
    <Dialog
      title={`Run #${workflow.number} again`}
      description="As a new workflow with the same task. This one stays as it is."
      open
      onOpenChange={onOpenChange}
      footer={
        <>
          <DialogClose>
            <Button disabled={busy}>Close</Button>
          </DialogClose>
          <Button variant="primary" icon={<RotateCw aria-hidden="true" />} busy={busy} onClick={start}>
            Run from {STEPS[from].label}
          </Button>
        </>
      }
    >
      <RadioGroup
        legend="Start from"
        name="from"
        value={from}
        onValueChange={(value) => isStepName(value) && setFrom(value)}
        options={startingPoints(workflow).map((name) => ({
          value: name,
          label: STEPS[name].label,
          hint: hintFor(name),
        }))}
      />
      <Effects from={from} workflow={workflow} />
    </Dialog>
  )
}

function hintFor(name: StepName): string {
  const before = takenOver(name).map((step) => STEPS[step].label)
  if (before.length === 0) return 'Everything anew, on the branch as it is now.'
  return `Takes over ${before.join(', ')}.`
}

/** What happens outside of the viewer, said before it does. */
function Effects({ from, workflow }: { from: StepName; workflow: Workflow }) {
  const models = workflow.models.length > 0 && from !== 'test' && from !== 'publish'
  return (
    <section className="mt-4 rounded-md bg-raised p-3">
      <h3 className="text-sm font-medium">What happens outside</h3>
      <ul className="mt-1.5 grid gap-1.5 text-sm">
        <Effect icon={<GitBranch aria-hidden="true" />}>
          When it succeeds, a new branch <Code>feature/ia-task-N</Code> is pushed, where N is the number of
          the new workflow.{' '}
          {workflow.branch ? (
            <>
              <Code>{workflow.branch}</Code> is not touched.
            </>
          ) : (
            'Nothing of the old one is touched.'
          )}
        </Effect>
        {models && (
          <Effect icon={<Wallet aria-hidden="true" />}>Models are called again, and cost again.</Effect>
        )}
      </ul>
      <p className="mt-2 text-sm text-muted">
        Runs again:{' '}
        {runAgain(from)
          .map((name) => STEPS[name].label)
          .join(', ')}
        .
      </p>
    </section>
  )
}

function Effect({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-2 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted">
      {icon}
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </li>
  )
}
