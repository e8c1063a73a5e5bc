import { createHash } from 'node:crypto'
import type {
  Departure,
  Exchange,
  ExecutionRequest,
  ExecutionResult,
  RecordedAnswer,
} from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import { storableText } from '#shared/database/storable'
import { maskSecrets } from '#shared/masking'
import { departuresAt, type Replay, replayOf } from '#workflows/services/replay'
import type { StepContext } from '#workflows/steps/step_context'

interface Kept {
  position: number
  kind: 'model' | 'tool' | 'execution'
  hash: string
  response: string
}

/** How many answers are offered at once: a turn asks for three at most. */
const OFFERED = 6

const ofStep = `
  select position, kind, encode(hash, 'hex') as hash, response from workflow_exchanges
  where step_id = ? and kind <> 'tool' order by position`

const ofReplay = `
  select e.position, e.kind, encode(e.hash, 'hex') as hash, e.response
  from workflow_exchanges e join workflow_steps s on s.id = e.step_id
  where e.workflow_id = ? and s.name = ? and s.attempt = ? and e.kind <> 'tool'
  order by e.position`

/**
 * The record of one step's questions and answers: what was asked before, by this step or by the workflow that
 * it replays, is not asked again. So a step that starts over after a crash costs nothing up to where it was.
 */
export class Exchanges {
  #position = 0
  #answered = 0

  private constructor(
    private context: Pick<StepContext, 'lease' | 'secrets'>,
    private kept: Kept[],
    readonly replay: Replay | null
  ) {}

  static async open(context: Pick<StepContext, 'lease' | 'secrets'>): Promise<Exchanges> {
    const { lease } = context
    return withTeam(lease.teamId, async (trx) => {
      const replay = await replayOf(trx, lease.workflowId)
      const own = await sql<Kept>(trx, ofStep, [lease.stepId])
      if (!replay) return new Exchanges(context, own.rows, null)
      const theirs = await sql<Kept>(trx, ofReplay, [replay.source, lease.step, lease.attempt])
      const { step, attempt, before } = replay
      const here = step === lease.step && attempt === lease.attempt
      const allowed = theirs.rows.filter(({ position }) => !here || position < before)
      const later = isAfter(lease, replay)
      const last = own.rows.at(-1)?.position ?? -1
      const rest = later ? [] : allowed.filter(({ position }) => position > last)
      return new Exchanges(context, [...own.rows, ...rest], replay)
    })
  }

  /** What the engine needs to follow the record: the answers that may be asked for next, and where to leave it. */
  toFollow(): { recorded: RecordedAnswer[]; departures: Departure[] } {
    const recorded = this.#models()
      .slice(this.#answered, this.#answered + OFFERED)
      .map(({ hash, response }) => ({ hash, response }))
    return { recorded, departures: this.replay ? departuresAt(this.replay, this.context.lease) : [] }
  }

  /** Whether the record has come to its end, so that what follows is new. */
  get exhausted(): boolean {
    return this.#answered >= this.#models().length
  }

  async keep(exchange: Exchange): Promise<void> {
    if (exchange.kind === 'model') {
      this.#answered += 1
      // Another question than the recorded one: nothing after it is of use any more.
      if (!exchange.replayed) this.kept = this.kept.filter(({ kind }) => kind === 'execution')
    }
    await this.#store(exchange)
  }

  /** What an execution came to when it was asked for before; null when it was not. */
  executed(request: ExecutionRequest): ExecutionResult | null {
    const hash = hashOfRequest(request)
    const known = this.kept.find((kept) => kept.kind === 'execution' && kept.hash === hash)
    return known ? { ...(JSON.parse(known.response) as ExecutionResult), id: request.id } : null
  }

  async keepExecution(request: ExecutionRequest, result: ExecutionResult, replayed: boolean): Promise<void> {
    await this.#store({
      kind: 'execution',
      hash: hashOfRequest(request),
      name: request.reason.slice(0, 200),
      request: JSON.stringify(request.argv),
      response: JSON.stringify(result),
      replayed,
      departed: false,
    })
  }

  /** What was found out before under this name, from the same; else finds it out and keeps it. */
  async recall<T>(name: string, asked: object, findOut: () => Promise<T>): Promise<T> {
    const request = JSON.stringify(asked)
    const hash = createHash('sha256').update(`${name}\0${request}`).digest('hex')
    const known = this.kept.find((kept) => kept.kind === 'execution' && kept.hash === hash)
    const found = known ? (JSON.parse(known.response) as T) : await findOut()
    const response = JSON.stringify(found)
    const replayed = known !== undefined
    await this.#store({ kind: 'execution', hash, name, request, response, replayed, departed: false })
    return found
  }

  #models() {
    return this.kept.filter(({ kind }) => kind === 'model')
  }

  async #store(exchange: Omit<Exchange, 'kind'> & { kind: Kept['kind'] }) {
    const { lease, secrets } = this.context
    const position = this.#position++
    const text = (value: string) => storableText(maskSecrets(value, secrets))
    await withTeam(lease.teamId, async (trx) => {
      if (exchange.kind === 'model' && !exchange.replayed)
        await sql(trx, 'delete from workflow_exchanges where step_id = ? and position >= ?', [
          lease.stepId,
          position,
        ])
      await sql(
        trx,
        `insert into workflow_exchanges (team_id, workflow_id, step_id, position, kind, hash, name, request, response, replayed, departed)
         values (?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?, ?) on conflict (step_id, position) do nothing`,
        [
          lease.teamId,
          lease.workflowId,
          lease.stepId,
          position,
          exchange.kind,
          exchange.hash,
          exchange.name,
          text(exchange.request),
          text(exchange.response),
          exchange.replayed,
          exchange.departed,
        ]
      )
    })
  }
}

const order = ['plan', 'generate', 'test']

/** Whether a step comes after the exchange from which a replay goes its own way. */
function isAfter(lease: StepContext['lease'], { step, attempt }: Replay): boolean {
  if (lease.step === step) return lease.attempt > attempt
  return order.indexOf(lease.step) > order.indexOf(step) && lease.attempt >= attempt
}

/** Ids are new each time; what is run is the same. */
function hashOfRequest({ id: _, reason: __, ...asked }: ExecutionRequest): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex')
}
