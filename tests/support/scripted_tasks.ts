import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { type ChatCompletionRequest, LLMock } from '@copilotkit/aimock'
import { parse } from 'yaml'
import { startEngine } from '#tests/support/running_system'
import { aSampleProject, aTeam, type Team } from '#tests/support/team'
import CreateWorkflow from '#workflows/actions/create_workflow'

type Call = [name: string, input: object]

/** A task written down with its repository and what a model does about it; see tests/fixtures/tasks. */
export interface ScriptedTask {
  name: string
  task: string
  files: Record<string, string>
  plan: object
  /** Per attempt the model's answers, each the tools it calls at once. */
  attempts: Call[][][]
  /** Texts that the n-th request of the first attempt holds. */
  sees?: [number, string][]
  /** How strong the tests are before and after, and how many new ones fail without the change. */
  strength?: { before?: string; after: string; redBefore: number }
  /** Paths of the branch that differ from where it began. */
  changed: string[]
}

const folder = () => app.makePath('tests/fixtures/tasks')

export async function scriptedTask(name: string): Promise<ScriptedTask> {
  return { name, ...parse(await readFile(join(folder(), `${name}.yml`), 'utf8')) }
}

export async function scriptedTaskNames(): Promise<string[]> {
  return (await readdir(folder())).map((file) => basename(file, '.yml')).sort()
}

const usage = { prompt_tokens: 1200, completion_tokens: 300, total_tokens: 1500 }

/** The number of answers that a conversation holds says which one is next: so a call made twice is answered alike. */
export function answersOf(mock: LLMock, { task, plan, attempts }: ScriptedTask, delayMs = 0): void {
  const about = ({ messages }: ChatCompletionRequest) =>
    JSON.stringify(messages).includes(JSON.stringify(task).slice(1, -1))
  const given = ({ messages }: ChatCompletionRequest) =>
    messages.filter(({ role }) => role === 'assistant').length
  mock.on(
    { endpoint: 'chat', predicate: (request) => about(request) && !request.tools?.length },
    { content: JSON.stringify(plan), usage }
  )
  for (const [attempt, answers] of attempts.entries()) {
    for (const [index, calls] of answers.entries()) {
      mock.on(
        {
          endpoint: 'chat',
          predicate: (request) =>
            about(request) &&
            Boolean(request.tools?.length) &&
            attemptOf(request) === attempt &&
            given(request) === index,
        },
        {
          toolCalls: calls.map(([name, input], n) => ({
            id: `call_${attempt}_${index}_${n}`,
            name,
            arguments: JSON.stringify(input),
          })),
          usage,
        },
        { streamingProfile: { ttft: delayMs } }
      )
    }
  }
}

const attemptOf = ({ messages }: ChatCompletionRequest) =>
  Number(/The test run of attempt (\d)/.exec(JSON.stringify(messages))?.[1] ?? 0)

/** Requests in which the agent was asked, in order; plans are asked for without tools. */
export function agentRequests(mock: LLMock): { model: string; text: string }[] {
  return mock
    .getRequests()
    .map(({ body }) => body as ChatCompletionRequest)
    .filter(({ tools }) => tools?.length)
    .map((body) => ({ model: body.model, text: JSON.stringify(body) }))
}

/** A provider that answers by scripts, and an engine that asks it. */
export async function scriptedEngine(port = 0) {
  const mock = new LLMock({ port, host: '127.0.0.1' })
  await mock.start()
  const environment = {
    OPENAI_API_KEY: 'sk-of-the-test',
    OPENAI_BASE_URL: `${mock.url}/v1`,
    AGENTOPS_MODELS: 'gpt-6-luna,gpt-6-sol',
  }
  return { mock, environment, engine: await startEngine(environment) }
}

/** A team with a project whose repository holds the task's files, and the workflow of that task. */
export async function runScripted(
  { task, files }: ScriptedTask,
  prepare: (team: Team) => Promise<void> = async () => {}
) {
  const team = await aTeam()
  await prepare(team)
  const project = await aSampleProject(team)
  await fillRemote(project.remote, files)
  const created = await new CreateWorkflow().execute({
    teamId: team.teamId,
    userId: team.user.id,
    projectId: project.id,
    task,
  })
  if (!created.ok) throw new Error(created.error)
  return { ...team, project, id: created.value.id }
}

/** Makes a bare repository hold these files as its only commit. */
export async function fillRemote(remote: string, files: Record<string, string>): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'task-'))
  const git = (...args: string[]) => execFileSync('git', ['-C', work, ...args], { stdio: 'pipe' })
  try {
    git('init', '--quiet', '--initial-branch=main')
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(work, path)), { recursive: true })
      await writeFile(join(work, path), content)
    }
    git('add', '--all')
    git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.test', 'commit', '--quiet', '-m', 'The task')
    git('push', '--quiet', '--force', remote, 'main')
  } finally {
    await rm(work, { recursive: true })
  }
}
