import { BaseCommand, flags } from '@adonisjs/core/ace'

const POLL_MS = 2_000
const MICROS = 1_000_000

/** The button of the page Models, for a terminal: same action, same figures. */
export default class ModelsBenchmarkCommand extends BaseCommand {
  static commandName = 'models:benchmark'
  static description = 'Have the last tasks of a team done again by other models, without a push, and compare'
  static help = [
    'A worker has to be running: {{ binaryName }} worker, or the whole installation.',
    '{{ binaryName }} models:benchmark --team=<id> --last=5 --models=gpt-6-luna,gpt-6-sol --cap=2.50',
  ]
  static options = { startApp: true }

  @flags.string({ description: 'The id of the team; see the address of its pages, or /admin/teams' })
  declare team: string

  @flags.number({ description: 'How many of the newest tasks, 1 to 50', default: 5 })
  declare last: number

  @flags.array({ description: 'References of models, at most six; all that there are when absent' })
  declare models: string[]

  @flags.string({ description: 'What all of it may cost, in dollars; asked for when absent' })
  declare cap: string

  @flags.boolean({ description: 'Say what would be done, and do nothing' })
  declare dry: boolean

  @flags.boolean({ description: 'Print JSON instead of a table' })
  declare json: boolean

  @flags.boolean({ description: 'Do not wait for the end', default: true, showNegatedVariantInHelp: true })
  declare wait: boolean

  async run() {
    const { openBenchmark } = await import('#workflows/services/benchmark_request')
    const wanted = await openBenchmark({ team: this.team, last: this.last, models: this.models })
    if (!wanted.ok) return this.#fail(wanted.error)
    const { teamId, models, tasks } = wanted.value
    const before = tasks.reduce((sum, { costMicros }) => sum + costMicros, 0)
    this.#say(
      `${tasks.length} tasks by ${models.join(', ')}: ${tasks.length * models.length} workflows, none of them pushed.`
    )
    this.#say(`When these tasks were first done they cost $${(before / MICROS).toFixed(4)} in all.`)
    for (const { task } of tasks) this.#say(`  ${task.split('\n')[0]!.slice(0, 100)}`)
    if (this.dry) return this.json && this.#print({ models, tasks })

    const capMicros = await this.#cap()
    if (capMicros === null) return this.#fail('Name what it may cost: --cap=2.50')
    const { default: StartBenchmark } = await import('#workflows/actions/start_benchmark')
    const { system } = await import('#shared/audit/record')
    const started = await new StartBenchmark().execute({
      teamId,
      userId: null,
      by: { ...system, name: 'operator' },
      models,
      tasks: tasks.length,
      capMicros,
    })
    if (!started.ok) return this.#fail('Nothing could be started: the models or the tasks are gone.')
    const { id, workflows, limitMicros } = started.value
    this.#say(
      `${workflows} workflows are queued, each with at most $${((limitMicros ?? 0) / MICROS).toFixed(4)}.`
    )
    await this.#show(teamId, id)
  }

  /** Dollars as they are typed; null where there is nobody to ask. */
  async #cap(): Promise<number | null> {
    const typed =
      this.cap ?? (process.stdin.isTTY ? await this.prompt.ask('What may it cost in all, in dollars?') : '')
    const dollars = Number(typed)
    return typed !== '' && dollars > 0 && dollars <= 1_000_000 ? Math.round(dollars * MICROS) : null
  }

  async #show(teamId: string, id: string) {
    const { listBenchmarks } = await import('#llm/queries/list_benchmarks')
    for (;;) {
      const benchmark = (await listBenchmarks(teamId)).find((one) => one.id === id)
      if (!benchmark) return this.#fail('The benchmark is gone.')
      const ended = benchmark.results.every(({ finished, runs }) => finished === runs)
      if (ended || !this.wait) return this.json ? this.#print(benchmark) : this.#table(benchmark.results)
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }

  #table(results: import('#llm/queries/list_benchmarks').BenchmarkResult[]) {
    const table = this.ui.table().head(['Model', 'Verified', 'Cost', 'Per verified', 'Takes'])
    for (const { model, runs, finished, verified, costMicros, unpriced, seconds } of results) {
      const cost = unpriced ? 'not known' : `$${(costMicros / MICROS).toFixed(4)}`
      const each = unpriced || verified === 0 ? '–' : `$${(costMicros / verified / MICROS).toFixed(4)}`
      table.row([
        model,
        `${verified} of ${finished}${finished < runs ? ` (${runs})` : ''}`,
        cost,
        each,
        `${seconds} s`,
      ])
    }
    table.render()
  }

  /** For people; JSON stays alone on the standard output. */
  #say(line: string) {
    if (!this.json) this.logger.log(line)
  }

  #print(value: unknown) {
    this.logger.log(JSON.stringify(value, null, 2))
  }

  #fail(sentence: string) {
    this.logger.error(sentence)
    this.exitCode = 1
  }
}
