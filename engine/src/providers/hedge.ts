import type { Answer } from './answer.ts'
import type { ModelCall } from './request.ts'

type Ask = (call: ModelCall, ref: string, begun?: () => void) => Promise<Answer>

/**
 * Asks a second model when the first has not begun to answer after `afterMs`; the first answer counts,
 * and the other model is told to stop. Both may cost.
 */
export async function hedged(call: ModelCall, second: string, afterMs: number, ask: Ask): Promise<Answer> {
  const stops = [new AbortController(), new AbortController()] as const
  const heard = (index: 0 | 1): ModelCall => ({
    ...call,
    signal: AbortSignal.any([call.signal, stops[index].signal]),
    // Two answers at once would be mixed up in the live view.
    emit: (event) => (index === 1 && event.type === 'delta' ? undefined : call.emit(event)),
  })
  let answering = () => {}
  const begun = new Promise<'begun'>((resolve) => {
    answering = () => resolve('begun')
  })
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), afterMs).unref())
  const first = ask(heard(0), call.model, answering)
  if ((await Promise.race([first, begun, late])) !== 'late') return first
  call.emit({ type: 'progress', message: `${call.model} has not begun to answer: asking ${second} as well.` })
  const answers = [first, ask(heard(1), second)].map(async (asked, index) => {
    const answer = await asked
    if (answer.type !== 'answer') throw answer
    stops[index === 0 ? 1 : 0].abort()
    return answer
  })
  try {
    return await Promise.any(answers)
  } catch {
    call.signal.throwIfAborted()
    return first
  }
}
