import type { ExecutionRequest, ExecutionResult, Feedback, Plan } from '@agentops/engine/contract'
import { EngineError } from '#shared/engine/engine_error'
import { callEngine } from '#workflows/services/call_engine'
import { Exchanges } from '#workflows/services/exchanges'
import { Executions } from '#workflows/services/execute_requests'
import { existingStrength } from '#workflows/services/existing_strength'
import { loadFeedback } from '#workflows/services/load_feedback'
import { loadTask } from '#workflows/services/load_task'
import { departuresBefore } from '#workflows/services/replay'
import type { RunSettings } from '#workflows/services/run_settings'
import { hearMessages, repeatMessages } from '#workflows/services/steering'
import { requiredJson } from '#workflows/services/step_artifacts'
import type { EditsRecord } from '#workflows/services/step_records'
import { type StepContext, StepFailure } from '#workflows/steps/step_context'
import type { Strength } from '#workflows/verification/strength'

/** How often the engine may ask to go on within one attempt, and how often to have something executed. */
const MAX_TURNS = 120
const MAX_ROUNDS = 24
const MAX_BEGUN = 3

/**
 * Lets the engine write the change turn by turn: each turn is one answer of a model or one step of a recipe.
 * Between turns people are heard, what is asked for is run in the sandbox, and everything is recorded.
 *
 * @throws StepFailure when it does not come to an end
 */
export async function converseAboutChange(context: StepContext, settings: RunSettings) {
  for (let begun = 1; ; begun++) {
    const conversation = new ChangeConversation(context, settings, await Exchanges.open(context))
    try {
      return { end: await conversation.run(), base: conversation.base, strength: conversation.strength }
    } catch (error) {
      // Another engine has another key. What was asked before is in the record, so beginning anew costs nothing.
      if (!(error instanceof EngineError) || begun === MAX_BEGUN) throw explain(error)
      context.log.say(`${error.message} Beginning again from the record.`)
    }
  }
}

const explain = (error: unknown) => (error instanceof EngineError ? new StepFailure(error.message) : error)

class ChangeConversation {
  #rounds = 0
  #opened = false
  #found: Strength | null = null
  readonly #sandbox: Executions

  constructor(
    private context: StepContext,
    private settings: RunSettings,
    private exchanges: Exchanges
  ) {
    this.#sandbox = new Executions(context, settings)
  }

  async run() {
    const { context, settings } = this
    const task = await loadTask(context, settings)
    const plan = await requiredJson<Plan>(context, 'plan')
    const feedback = context.lease.attempt > 1 ? await this.#feedback() : null
    const strength = await this.#strength(plan)
    let state: string | null = null
    let executions: ExecutionResult[] = []
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      context.log.note(turn === 0 ? 'Writing the change' : 'Going on with what was observed')
      const heard = plan.method.startsWith('model:') ? await this.#hear(turn) : []
      const body = {
        ...task,
        plan,
        feedback,
        state,
        executions,
        messages: heard,
        strength,
        ...this.#record(),
      }
      const end = await callEngine(context, '/v1/generate', body, { id: task.snapshot }, (exchange) =>
        this.exchanges.keep(exchange)
      )
      if (end.type === 'edits' || end.type === 'refused' || end.type === 'stuck') return end
      if (end.type !== 'turn_ended' && end.type !== 'execution_requested')
        throw new Error(`the engine answered ${end.type} to a change`)
      state = end.state
      executions = end.type === 'execution_requested' ? await this.#execute(end.requests) : []
    }
    throw new StepFailure(`The engine did not come to a change within ${MAX_TURNS} turns.`)
  }

  /** Times differ from run to run, so a replay that came to the same edits is told what was told then. */
  async #feedback(): Promise<Feedback | null> {
    const { context, exchanges } = this
    const { edits } = await requiredJson<EditsRecord>(context, 'edits')
    const asked = { attempt: context.lease.attempt, edits }
    return exchanges.recall('What the tests said of the last attempt', asked, () => loadFeedback(context))
  }

  /** A suite that would not notice a mistake is worth little as a judge: the model hears of it first. */
  async #strength(plan: Plan): Promise<Strength | null> {
    const { context } = this
    if (!plan.method.startsWith('model:') || context.lease.attempt > 1) return null
    this.#found = await existingStrength(context, this.#sandbox, this.exchanges, plan)
    if (this.#found?.grade !== 'weak') return null
    context.log.say(
      `The tests are weak around the code to be changed: they notice ${this.#found.noticed} of ${this.#found.noticed + this.#found.missed} mistakes. First they are to be written.`
    )
    return this.#found
  }

  get strength() {
    return this.#found
  }

  #record() {
    const model = this.#before().findLast((departure) => departure.model)?.model ?? null
    return { ...this.exchanges.toFollow(), model }
  }

  #before() {
    const { replay } = this.exchanges
    return replay ? departuresBefore(replay, this.context.lease) : []
  }

  /** What people have said since the turn before, at first with what a replay has added in earlier rounds. */
  async #hear(turn: number) {
    const { context, exchanges } = this
    const open = exchanges.exhausted
    const { messages, fresh } = await hearMessages(context.lease, { turn, open })
    for (const { id, text } of fresh) {
      context.log.say(`Heard: ${text}`)
      const payload = { id, text, by: '', heard: true }
      context.log.event({ kind: 'message', stepId: context.lease.stepId, payload })
    }
    const { replay } = exchanges
    // The turn in which the record ends asks what was asked there, with what is added behind it.
    const repeated = replay && !this.#opened ? await repeatMessages(context.lease, replay.source, turn) : []
    this.#opened ||= open
    const earlier = turn === 0 ? this.#before().flatMap(({ message }) => message ?? []) : []
    const added = earlier.map((text, index) => ({ id: `replay-${index}`, text }))
    return [...repeated, ...messages, ...added]
  }

  async #execute(requests: ExecutionRequest[]): Promise<ExecutionResult[]> {
    if (++this.#rounds > MAX_ROUNDS)
      throw new StepFailure(`The engine asked for more than ${MAX_ROUNDS} rounds of execution.`)
    const known = new Map(requests.map((request) => [request, this.exchanges.executed(request)]))
    const unknown = requests.filter((request) => known.get(request) === null)
    const ran = await this.#sandbox.run(unknown)
    for (const request of requests) {
      const recorded = known.get(request)
      if (recorded) this.context.log.say(`Taken from the record: ${request.reason}`)
      const result = recorded ?? ran[unknown.indexOf(request)]!
      known.set(request, result)
      await this.exchanges.keepExecution(request, result, recorded !== null)
    }
    return requests.map((request) => known.get(request)!)
  }

  /** The tests' run on the pinned commit, where the engine had them run. */
  get base() {
    return this.#sandbox.base
  }
}
