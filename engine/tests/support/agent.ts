import type { LLMock } from '@copilotkit/aimock'
import type { ExecutionRequest, ExecutionResult } from '../../contract/execution.ts'
import type { EngineEvent, TerminalEvent } from '../../contract/stream.ts'
import { isTerminal } from '../../contract/stream.ts'
import type { TestEngine } from './engine.ts'
import { usage } from './provider.ts'
import { generateBody } from './task.ts'

type Call = [name: string, input: object]

/** Scripts a model: the n-th request gets the n-th answer, either words or calls of tools. */
export function script(mock: LLMock, answers: (string | Call[])[]): void {
  for (const [sequenceIndex, answer] of answers.entries()) {
    const response =
      typeof answer === 'string'
        ? { content: answer, usage }
        : {
            toolCalls: answer.map(([name, input], index) => ({
              id: `call_${sequenceIndex}_${index}`,
              name,
              arguments: JSON.stringify(input),
            })),
            usage,
          }
    mock.on({ endpoint: 'chat', sequenceIndex }, response)
  }
}

export interface Driven {
  events: EngineEvent[]
  end: TerminalEvent
  requests: ExecutionRequest[]
  turns: number
}

interface Drive {
  /** Answers what the engine asks to have run. */
  execute?: (request: ExecutionRequest) => Partial<ExecutionResult>
  /** More of the body, per turn. */
  body?: (turn: number) => object
  token?: string
}

/** What a worker does: calls again with the state until there is nothing more to do. */
export async function drive(
  engine: TestEngine,
  snapshot: string,
  { execute, body, token }: Drive = {}
): Promise<Driven> {
  const driven: Omit<Driven, 'end'> = { events: [], requests: [], turns: 0 }
  let state: string | null = null
  let executions: ExecutionResult[] = []
  for (;;) {
    const rest = body?.(driven.turns) ?? {}
    const events = await engine.events(
      '/v1/generate',
      generateBody(snapshot, { state, executions, ...rest }),
      token
    )
    driven.events.push(...events)
    driven.turns += 1
    const end = events.find(isTerminal)!
    if (end.type !== 'turn_ended' && end.type !== 'execution_requested') return { ...driven, end }
    state = end.state
    executions = []
    if (end.type === 'turn_ended') continue
    driven.requests.push(...end.requests)
    executions = end.requests.map((request) => ({ ...ranWell(request), ...execute?.(request) }))
  }
}

function ranWell({ id }: ExecutionRequest): ExecutionResult {
  const tests = { passed: 1, failed: 0, skipped: 0, failures: [] }
  return { id, exitCode: 0, stoppedBy: null, stdout: 'ok', stderr: '', durationMs: 5, coverage: null, tests }
}

/** The text that the model was sent last, as JSON. */
export function lastSent(mock: LLMock): string {
  return JSON.stringify(mock.getLastRequest()?.body)
}
