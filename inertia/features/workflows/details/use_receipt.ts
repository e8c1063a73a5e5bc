import { useEffect, useState } from 'react'

export interface Receipt {
  costMicros: number
  calls: number
  unpricedCalls: number
  savedMicros: number
  limitMicros: number | null
  strongest: {
    model: string
    estimateMicros: number
    lowMicros: number | null
    highMicros: number | null
    workflows: number
  } | null
}

/** The receipt of a workflow, asked for again when its cost has changed; null while it is on its way. */
export function useReceipt(id: string, costMicros: number): Receipt | null | 'failed' {
  const [receipt, setReceipt] = useState<Receipt | null | 'failed'>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cost is another receipt
  useEffect(() => {
    const gone = new AbortController()
    fetch(`/workflows/${id}/receipt`, { headers: { accept: 'application/json' }, signal: gone.signal })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
      .then(setReceipt)
      .catch(() => gone.signal.aborted || setReceipt('failed'))
    return () => gone.abort()
  }, [id, costMicros])
  return receipt
}
