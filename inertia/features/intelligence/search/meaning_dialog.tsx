import { useCallback, useEffect, useState } from 'react'
import { Banner } from '~/components/banner'
import { Button } from '~/components/button'
import { Dialog } from '~/components/dialog'
import { Money } from '~/components/money'
import { Progress } from '~/components/progress'
import { SkeletonText } from '~/components/skeleton'
import { useSharedProps } from '~/hooks/use_shared_props'
import { sendJson } from '~/lib/send_json'
import { count } from '../kinds'
import type { MeaningState } from '../server_types'

interface MeaningDialogProps {
  projectId: string
  onClose: () => void
}

const LOOK_EVERY_MS = 1500

/** Whether code is found by what it means: what that takes, how far it is, and what it has cost. */
export default function MeaningDialog({ projectId, onClose }: MeaningDialogProps) {
  const path = `/intelligence/${projectId}/meaning`
  const { rights } = useSharedProps()
  const { state, setState, why, setWhy } = useMeaning(path)
  const [busy, setBusy] = useState(false)
  const send = async (method: 'POST' | 'DELETE') => {
    setBusy(true)
    const answer = await sendJson<MeaningState>(method, path)
    setBusy(false)
    if (answer.ok) setState(answer.body)
    setWhy(answer.ok ? '' : (answer.errors.form ?? 'That did not work. Try again.'))
  }
  const may = rights.includes('models.manage')
  const on = state !== null && state.status !== 'off' && state.status !== 'unavailable'
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Search by meaning"
      description="Finds code by what it does, also where the question uses other words than the code."
      footer={
        may &&
        state !== null &&
        state.status !== 'unavailable' && (
          <>
            {on && (
              <Button busy={busy} onClick={() => send('DELETE')}>
                Turn off
              </Button>
            )}
            {(state.status === 'off' || state.status === 'stopped') && (
              <Button variant="primary" busy={busy} onClick={() => send('POST')}>
                {state.status === 'off' ? 'Turn on' : 'Try again'}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="grid gap-3">
        {why && <Banner tone="bad" title={why} />}
        {state ? <Status state={state} may={may} /> : !why && <SkeletonText />}
      </div>
    </Dialog>
  )
}

/** The state as the server has it, looked at again while it moves. */
function useMeaning(path: string) {
  const [state, setState] = useState<MeaningState | null>(null)
  const [why, setWhy] = useState('')
  const look = useCallback(async () => {
    const response = await fetch(path, { headers: { accept: 'application/json' } }).catch(() => null)
    if (response?.ok) setState(await response.json())
    else setWhy('The state could not be read. Close this and open it again.')
  }, [path])
  useEffect(() => void look(), [look])
  const moves = state?.status === 'waiting' || state?.status === 'running'
  useEffect(() => {
    if (!moves) return
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [moves, look])
  return { state, setState, why, setWhy }
}

/** Two digits say enough of an estimate. */
const roughly = (number: number) => Number(number.toPrecision(2)).toLocaleString('en')

function Status({ state, may }: { state: MeaningState; may: boolean }) {
  const { status, problem, model, wanted, done, estimate } = state
  if (status === 'unavailable') {
    return (
      <p>
        The database of this installation has no pgvector, which keeps the vectors. Whoever runs it can add
        the extension, for instance with the image pgvector/pgvector. Until then names, words and spelling are
        searched.
      </p>
    )
  }
  if (status === 'off') {
    return (
      <>
        <p>
          An embedding model of yours (OpenAI, Mistral or Ollama) turns each function, class and file into a
          vector. The code is sent to that provider as far as your data policy allows it; tests are left out.
        </p>
        {estimate && (
          <p className="tabular">
            {count(estimate.passages, 'part')} of this repository, at most about {roughly(estimate.tokens)}{' '}
            tokens. Later only what changes is sent. It counts towards your budgets and stands in the ledger;
            each search is one small call.
          </p>
        )}
        {!may && <p className="text-muted">Owners and admins can turn it on.</p>}
      </>
    )
  }
  return (
    <>
      {status === 'stopped' && <Banner tone="warn" title={problem ?? 'It was stopped.'} />}
      <Progress
        label="Vectors made"
        value={done}
        max={Math.max(wanted, 1)}
        tone={status === 'ready' ? 'ok' : 'accent'}
      />
      <p role="status" className="tabular">
        {status === 'waiting' && 'Waiting for a worker. '}
        {`${done.toLocaleString('en')} of ${count(wanted, 'part')}${model ? ` by ${model}` : ''}`}
        {status === 'running' ? '; the rest is on its way.' : '.'}
      </p>
      <p className="text-muted">
        It has cost <Money microDollars={state.costMicros} /> so far
        {state.unpriced > 0 && `, and ${count(state.unpriced, 'call')} whose price is not known`}.
      </p>
    </>
  )
}
