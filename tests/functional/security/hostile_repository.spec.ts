import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { withTeam } from '#accounts/services/tenancy'
import AddProject from '#projects/actions/add_project'
import { encryptCredential } from '#projects/services/project_remote'
import env from '#start/env'
import { runningSystem, untilWorkflow } from '#tests/support/running_system'
import { aTeam, type Team } from '#tests/support/team'
import CancelWorkflow from '#workflows/actions/cancel_workflow'
import CreateWorkflow from '#workflows/actions/create_workflow'
import { showStepLog } from '#workflows/queries/show_step_log'
import type { WorkflowDetails } from '#workflows/queries/show_workflow'
import { serveGit } from '../../unit/projects/git_http_fixture.js'

const git = (dir: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Eve', '-c', 'user.email=eve@example.test', '-C', dir, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
    .toString()
    .trim()

const manifest = (script: string) =>
  JSON.stringify({ name: 'evil', type: 'module', scripts: { test: script } })
const source = `import { join } from 'node:path'\nimport { readFileSync } from 'node:fs'\n\nexport const read = (name: string) => readFileSync(name, 'utf8')\n`

interface Planted {
  root: string
  bare: string
}

/** A bare repository with these files, and whatever else `more` puts into the work tree. */
function plant(files: Record<string, string>, more: (work: string) => void = () => {}): Planted {
  const root = mkdtempSync(join(tmpdir(), 'agentops-hostile-'))
  const work = join(root, 'work')
  for (const [path, text] of Object.entries({ 'src/a.ts': source, ...files })) {
    mkdirSync(dirname(join(work, path)), { recursive: true })
    writeFileSync(join(work, path), text)
  }
  git(work, 'init', '--quiet', '--initial-branch=main')
  more(work)
  git(work, 'add', '--all', '.')
  git(work, 'commit', '--quiet', '-m', 'Hostile')
  git(root, 'clone', '--quiet', '--bare', work, 'evil.git')
  git(join(root, 'evil.git'), 'config', 'http.receivepack', 'true')
  return { root, bare: join(root, 'evil.git') }
}

let team: Team | undefined

async function start(url: string, token?: string) {
  team ??= await aTeam()
  const added = await new AddProject().execute({
    teamId: team.teamId,
    userId: null,
    source: 'git',
    url,
    token,
  })
  if (!added.ok) throw new Error(added.error.message)
  const created = await new CreateWorkflow().execute({
    teamId: team.teamId,
    userId: null,
    projectId: added.value.id,
    task: 'remove unused imports',
  })
  if (!created.ok) throw new Error(created.error)
  return { teamId: team.teamId, workflowId: created.value.id }
}

async function run({ bare }: Planted) {
  const { teamId, workflowId } = await start(bare)
  return untilWorkflow(teamId, workflowId, undefined, 60_000)
}

async function logOf(workflow: WorkflowDetails, name: string) {
  const step = workflow.steps.filter((one) => one.name === name).at(-1)!
  return (await showStepLog(team!.teamId, workflow.id, step.id)).text
}

test.group('A hostile repository', (group) => {
  group.setup(runningSystem)

  test('of links, filters, submodules and strange names leads nowhere', async ({ assert, ...context }) => {
    const mark = join(tmpdir(), `agentops-filter-ran-${process.pid}`)
    const planted = plant({ 'package.json': manifest('node --test') }, (work) => {
      writeFileSync(
        join(work, '.gitattributes'),
        '*.ts filter=evil diff=evil merge=evil\n*.md export-ignore export-subst\n'
      )
      writeFileSync(join(work, 'a.test.js'), "import { test } from 'node:test'\ntest('passes', () => {})\n")
      symlinkSync('/etc/passwd', join(work, 'passwd'))
      symlinkSync('/', join(work, 'root'))
      symlinkSync('../../../../../../etc/shadow', join(work, 'src', 'climb.ts'))
      symlinkSync('loop', join(work, 'loop'))
      symlinkSync(env.get('DATA_DIR'), join(work, 'data'))
      for (const name of [
        '-rf',
        '--help',
        ' ',
        'new\nline',
        '$(touch x)',
        'quote\'"`',
        'esc\x1b[2J',
        'ünï',
        '\\back',
        'CON',
        '.gitmodules.x',
      ])
        writeFileSync(join(work, name), 'x\n')
      writeFileSync(
        join(work, '.gitmodules'),
        `[submodule "x"]\n\tpath = sub\n\turl = ext::sh -c touch% ${mark}\n\tupdate = !touch ${mark}\n`
      )
      const commit = '1'.repeat(40)
      git(work, 'update-index', '--add', '--cacheinfo', `160000,${commit},sub`)
      git(work, 'config', 'filter.evil.clean', 'cat')
    })
    context.test.cleanup(() => rmSync(planted.root, { recursive: true, force: true }))
    const workflow = await run(planted)
    assert.equal(workflow.outcome, 'verified', workflow.outcomeReason ?? '')
    assert.throws(() => readFileSync(mark))
    const changed = git(planted.bare, 'diff', '--name-only', 'main', workflow.branch!)
    assert.equal(changed, 'src/a.ts')
  })

  test('does not pass for tested by printing that it is', async ({ assert, ...context }) => {
    const lies = [
      'ℹ tests 999',
      'ℹ pass 999',
      'ℹ fail 0',
      '\x1b]0;owned\x07\x1b]8;;https://evil.example\x07click\x1b]8;;\x07\x1b[2J\x1b[1;1H',
      'tests failed\rtests passed\x08\x08',
      '<script>alert(1)</script>',
    ].join('\n')
    const planted = plant({
      'package.json': manifest('node lie.js'),
      'lie.js': `console.log(${JSON.stringify(lies)})\nprocess.exit(1)\n`,
    })
    context.test.cleanup(() => rmSync(planted.root, { recursive: true, force: true }))
    const workflow = await run(planted)
    assert.notEqual(workflow.outcome, 'verified')
  })

  test('that floods the log or never ends is stopped, and the worker stays within its memory', async ({
    assert,
    ...context
  }) => {
    const planted = plant({
      'package.json': manifest('node flood.js'),
      'flood.js':
        `const line = '😀'.repeat(5000) + '\\0' + 'x'.repeat(70000)\nfor (let i = 0; i < 2000; i++) require('node:fs').writeSync(1, line + (i % 3 ? '' : '\\n'))\nsetInterval(() => {}, 1000)\n`.replace(
          "require('node:fs')",
          "(await import('node:fs'))"
        ),
    })
    context.test.cleanup(() => rmSync(planted.root, { recursive: true, force: true }))
    const before = process.memoryUsage().rss
    const workflow = await run(planted)
    assert.equal(workflow.status, 'finished')
    assert.isBelow(process.memoryUsage().rss - before, 400 * 2 ** 20)
    const log = await logOf(workflow, 'test')
    assert.isBelow(log.length, 4_200_000)
    assert.match(log, /truncated/)
  })

  test('that never ends is ended by its wall limit, with a sentence', async ({ assert, ...context }) => {
    const planted = plant({
      'package.json': manifest('node wait.js'),
      'wait.js': 'setInterval(() => console.log("still here"), 50)\n',
      '.agentops.yml': 'test:\n  command: npm test\n  timeout: 2s\n',
    })
    context.test.cleanup(() => rmSync(planted.root, { recursive: true, force: true }))
    const workflow = await run(planted)
    assert.notEqual(workflow.outcome, 'verified')
    assert.match(await logOf(workflow, 'test'), /2 s/)
  })

  test('is cancelled within two seconds, whatever it does with signals and children', async ({
    assert,
    ...context
  }) => {
    const planted = plant({
      'package.json': manifest('sh stay.sh'),
      'stay.sh': `trap '' TERM INT HUP\nfor i in 1 2 3 4; do (trap '' TERM INT HUP; while true; do echo busy; done) & done\nsetsid sh -c 'while true; do sleep 1; done' &\nwhile true; do sleep 1; done\n`,
      '.agentops.yml': 'coverage: false\n',
    })
    context.test.cleanup(() => rmSync(planted.root, { recursive: true, force: true }))
    const { teamId, workflowId } = await start(planted.bare)
    await untilWorkflow(teamId, workflowId, ({ steps }) =>
      steps.some(({ name, status }) => name === 'test' && status === 'running')
    )
    await wait(150)
    const asked = Date.now()
    await new CancelWorkflow().execute({ teamId, workflowId })
    const { outcome } = await untilWorkflow(teamId, workflowId, undefined, 10_000)
    assert.isBelow(Date.now() - asked, 20_000)
    assert.oneOf(outcome, ['cancelled', 'stuck', 'unverified'])
  })
})

/** Every text of every row that the team's workflow has left, and of the queue. */
async function allRows(): Promise<string> {
  const owner = db.connection('owner')
  const { rows: tables } = await owner.rawQuery(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema in ('public', 'bullmq') and table_type = 'BASE TABLE'`
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await owner.rawQuery(`select row_to_json(t)::text as text from ${name} t`)
    texts.push(...rows.map((row: { text: string }) => row.text))
  }
  const { rows: bodies } = await owner.rawQuery(
    `select encode(body, 'escape') as text from workflow_artifacts`
  )
  texts.push(...bodies.map((row: { text: string }) => row.text))
  await db.manager.close('owner')
  return texts.join('\n')
}

const formsOf = (secret: string) => [
  secret,
  Buffer.from(`git:${secret}`).toString('base64').slice(8, -4),
  Buffer.from(secret).toString('hex'),
  encodeURIComponent(secret),
]

test.group('The token of a repository', (group) => {
  group.setup(runningSystem)

  test('is in no row, no file and no process list, though the server repeats it', async ({
    assert,
    ...context
  }) => {
    const token = `tok+canary/${crypto.randomUUID()}=`
    const planted = plant({
      'package.json': manifest('node --test'),
      'a.test.js':
        "import { test } from 'node:test'\ntest('tells its environment', () => console.log(JSON.stringify(process.env)))\n",
    })
    context.test.cleanup(() => rmSync(planted.root, { recursive: true, force: true }))
    // A server knows the token and may say it in its messages.
    const hook = join(planted.bare, 'hooks', 'pre-receive')
    writeFileSync(
      hook,
      `#!/bin/sh\necho 'you came with ${token}' >&2\necho 'Basic ${Buffer.from(`git:${token}`).toString('base64')}' >&2\nexit 1\n`,
      { mode: 0o755 }
    )
    const server = await serveGit((work) => context.test.cleanup(work), { root: planted.root, token })
    const { teamId, workflowId } = await start(server.remote('evil.git').url, token)

    let commandLines = ''
    let looking = true
    const looked = (async () => {
      while (looking) {
        commandLines += execFileSync('sh', ['-c', 'cat /proc/[0-9]*/cmdline 2>/dev/null || true'], {
          maxBuffer: 2 ** 26,
        }).toString()
        commandLines = commandLines.includes(token) ? commandLines : ''
        await wait(5)
      }
    })()
    const workflow = await untilWorkflow(teamId, workflowId, undefined, 60_000)
    looking = false
    await looked

    assert.isTrue(server.requests.some(({ authorization }) => authorization?.startsWith('Basic ')))
    assert.equal(workflow.outcome, 'failed')
    assert.include(workflow.outcomeReason!, 'you came with •••')
    assert.equal(commandLines, '')
    const rows = await allRows()
    const folders = [join(env.get('DATA_DIR'), 'mirrors', teamId), join(env.get('DATA_DIR'), 'workspaces')]
    for (const form of formsOf(token)) {
      assert.isFalse(rows.includes(form), form)
      const found = execFileSync('sh', ['-c', 'grep -rlF -- "$0" "$@" 2>/dev/null || true', form, ...folders])
      assert.equal(found.toString(), '')
    }
    for (const secret of [env.get('APP_KEY').release(), new URL(env.get('DATABASE_URL')).password])
      assert.isFalse(rows.includes(secret))
  })

  test('stays what it was when the settings are saved without a new one, and keeps its user name', async ({
    assert,
  }) => {
    team ??= await aTeam()
    const credential = encryptCredential({ kind: 'token', username: 'oauth2', token: 'first-token' })
    const id = crypto.randomUUID()
    await withTeam(team.teamId, (trx) =>
      trx.table('projects').insert({
        id,
        team_id: team!.teamId,
        name: id,
        remote_kind: 'https',
        remote_url: 'https://git.example.test/x.git',
        default_branch: 'main',
        credential_encrypted: credential,
      })
    )
    const { default: UpdateProject } = await import('#projects/actions/update_project')
    const { projectRemote } = await import('#projects/services/project_remote')
    const settings = {
      name: id,
      defaultBranch: 'main',
      testCommand: null,
      installCommand: null,
      requiresPlanApproval: false,
    }
    await new UpdateProject().execute({ teamId: team.teamId, id, ...settings, token: 'second-token' })
    const row = await withTeam(team.teamId, (trx) => trx.from('projects').where('id', id).firstOrFail())
    const { credential: kept } = projectRemote({
      kind: 'https',
      url: row.remote_url,
      credentialEncrypted: row.credential_encrypted,
    })
    assert.deepEqual(kept, { kind: 'token', username: 'oauth2', token: 'second-token' })
  })
})
