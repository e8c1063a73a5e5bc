import { useCallback, useEffect, useRef, useState } from 'react'
import type { AskEvent, Sentence } from '../server_types'
import { streamLines } from './stream_lines'

interface ModelAnswerState {
  state: 'none' | 'asking' | 'answered' | 'failed'
  sentences: Sentence[]
  model: string | null
  dropped: number
  why: string
}

const nothing: ModelAnswerState = { state: 'none', sentences: [], model: null, dropped: 0, why: '' }

/** A question to a model, asked with `ask`; sentences come one by one. */
export function useModelAnswer(path: string, question: string) {
  const [answer, setAnswer] = useState(nothing)
  const leaving = useRef<AbortController | null>(null)
  useEffect(() => () => leaving.current?.abort(), [])

  const ask = useCallback(async () => {
    const abort = new AbortController()
    leaving.current = abort
    setAnswer({ ...nothing, state: 'asking' })
    try {
      for await (const event of streamLines<AskEvent>(path, { q: question }, abort.signal))
        setAnswer((before) => after(before, event))
      setAnswer((before) => (before.state === 'asking' ? failed(before, 'The connection was lost.') : before))
    } catch (error) {
      if (!abort.signal.aborted) setAnswer((before) => failed(before, (error as Error).message))
    }
  }, [path, question])
  return { ...answer, ask }
}

const failed = (before: ModelAnswerState, why: string): ModelAnswerState => ({
  ...before,
  state: 'failed',
  why,
})

function after(before: ModelAnswerState, event: AskEvent): ModelAnswerState {
  switch (event.type) {
    case 'sentence':
      return { ...before, sentences: [...before.sentences, { text: event.text, cites: event.cites }] }
    case 'answered':
      return { ...before, state: 'answered', model: event.model, dropped: event.dropped }
    case 'failed':
      return failed(before, event.why)
  }
}
