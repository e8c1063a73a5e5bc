import { CircleDot } from 'lucide-react'
import { useEffect, useState } from 'react'
import { urlFor } from '~/client'
import { Button } from '~/components/button'
import { Dialog } from '~/components/dialog'
import { Field } from '~/components/field'
import { Input } from '~/components/input'
import { Loading, Skeleton } from '~/components/skeleton'

export interface Issue {
  number: number
  title: string
  body: string
  url: string
  labels: string[]
}

interface Answer {
  data: Issue[]
  problem: string | null
}

const PAUSE_MS = 250

/** Chooses an open issue of the repository as the task. */
export function IssuePicker({ projectId, onPick }: { projectId: string; onPick: (issue: Issue) => void }) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      title="From an issue"
      description="Its text becomes the task, and the change closes it."
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<CircleDot aria-hidden="true" />}>From an issue</Button>}
    >
      <Issues
        projectId={projectId}
        onPick={(issue) => {
          setOpen(false)
          onPick(issue)
        }}
      />
    </Dialog>
  )
}

function Issues({ projectId, onPick }: { projectId: string; onPick: (issue: Issue) => void }) {
  const [text, setText] = useState('')
  const { answer, failed } = useIssues(projectId, text)
  const problem = failed ? 'The issues could not be loaded. Type to try again.' : answer?.problem
  return (
    <div className="grid gap-3">
      <Field label="Search">
        <Input type="search" value={text} onChange={(event) => setText(event.target.value)} autoFocus />
      </Field>
      {problem && <p className="text-bad">{problem}</p>}
      {!answer && !failed && (
        <Loading label="The issues are loading">
          <div className="grid gap-3">
            <Skeleton className="h-4 w-3/4" />
            <Skeleton className="h-4 w-1/2" />
            <Skeleton className="h-4 w-2/3" />
          </div>
        </Loading>
      )}
      {answer && !problem && answer.data.length === 0 && <p className="text-muted">No open issue matches.</p>}
      {answer && (
        <ul className="grid">
          {answer.data.map((issue) => (
            <li key={issue.number}>
              <button
                type="button"
                onClick={() => onPick(issue)}
                className="flex w-full gap-2 rounded-md px-2 py-1.5 text-left hover:bg-raised pointer-coarse:py-3"
              >
                <span className="tabular text-muted">#{issue.number}</span>
                <span dir="auto" className="min-w-0 wrap-anywhere">
                  {issue.title}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useIssues(projectId: string, text: string) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    const load = async () => {
      const url = urlFor(
        'host_issues.index',
        { id: projectId },
        { qs: text.trim() ? { q: text.trim() } : {} }
      )
      const response = await fetch(url, { headers: { accept: 'application/json' }, signal: abort.signal })
      if (!response.ok) throw new Error(`The server answered ${response.status}`)
      setAnswer(await response.json())
      setFailed(false)
    }
    const timer = setTimeout(() => load().catch(() => !abort.signal.aborted && setFailed(true)), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [projectId, text])
  return { answer, failed }
}
