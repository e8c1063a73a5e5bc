import type { Analysis } from '@agentops/engine/contract'
import { withTeam } from '#accounts/services/tenancy'
import { absentContent, absentSentences } from '#projects/git/absent_content'
import { assertExportable } from '#projects/git/checkout'
import { fetchMirror } from '#projects/git/mirror'
import { buildSnapshot } from '#projects/git/snapshot'
import { jsonArtifact } from '#workflows/services/artifacts'
import { callEngine } from '#workflows/services/call_engine'
import { gitAccess } from '#workflows/services/git_access'
import { explainGitFailure } from '#workflows/services/git_failures'
import { repositoryConfig } from '#workflows/services/repository_config'
import type { SnapshotRecord } from '#workflows/services/step_records'
import { chooseTestCommand } from '#workflows/services/test_command'
import type { Step, StepContext } from '#workflows/steps/step_context'

/** Clones at a pinned commit, ships the snapshot to the engine, and learns what the repository is and how it is tested. */
export const analyze: Step = async (context) => {
  const { log, project, workspace } = context
  log.note('Cloning')
  const { commit, branch } = await clone(context)
  await assertExportable({ mirrorDir: workspace.mirrorDir, commit, signal: context.signal })
  log.say(`Pinned commit ${commit.slice(0, 12)} of ${branch}.`)

  const built = await buildSnapshot({ mirrorDir: workspace.mirrorDir, commit, signal: context.signal })
  log.say(`${built.files} files, ${(built.bytes / 1024).toFixed(1)} KB of text.`)
  for (const { path, why } of built.leftOut.slice(0, 20)) log.say(`Left out ${path}: ${why}`)

  const absent = absentSentences(
    await absentContent({ mirrorDir: workspace.mirrorDir, commit, signal: context.signal })
  )
  for (const sentence of absent) log.say(sentence)
  await rememberAbsent(context, absent)

  log.note('Reading the code')
  const end = await callEngine(
    context,
    '/v1/analyze',
    { snapshot: built.id },
    { id: built.id, file: built.file }
  )
  if (end.type !== 'analysis') throw new Error(`the engine answered ${end.type} to an analysis`)
  report(context, end.analysis)

  const config = await repositoryConfig(workspace.mirrorDir, commit)
  const test = chooseTestCommand(project, config, end.analysis.stack)
  log.say(
    test
      ? `Tests: ${test.command} (${test.reason}).`
      : 'No test command was found; the result cannot be verified.'
  )

  const snapshot: SnapshotRecord = {
    id: built.id,
    files: built.files,
    bytes: built.bytes,
    leftOut: built.leftOut,
    absent,
  }
  return {
    decision: { kind: 'advance' },
    facts: { base_commit: commit },
    artifacts: [jsonArtifact('snapshot', snapshot), jsonArtifact('analysis', end.analysis)],
  }
}

/** The project's page says so before anybody writes a task. */
function rememberAbsent({ lease, project }: StepContext, absent: string[]) {
  return withTeam(lease.teamId, (trx) =>
    trx.from('projects').where('id', project.id).update({ absent_content: absent })
  )
}

async function clone(context: StepContext) {
  const { workflow, project, workspace, log } = context
  try {
    return await fetchMirror({
      ...gitAccess(context),
      mirrorDir: workspace.mirrorDir,
      branch: workflow.baseBranch,
      // A step that is run again works on the commit that it has pinned before.
      commit: workflow.baseCommit ?? undefined,
      onProgress: (line) => isPassing(line) || log.write('stderr', `${line}\n`),
    })
  } catch (error) {
    throw explainGitFailure(error, `Cloning ${project.remote.remote.displayName} did not work`, context)
  }
}

function report({ log }: StepContext, { stack, graph }: Analysis) {
  const languages = stack.languages.map(({ name, files }) => `${name} (${files})`).join(', ')
  log.say(`Languages: ${languages || 'none recognised'}.`)
  for (const { name, reason } of stack.frameworks) log.say(`Framework: ${name}, because ${reason}.`)
  const { files, symbols, resolved, external, unresolved } = graph.totals
  log.say(
    `Map: ${files} files, ${symbols} symbols, ${resolved} imports resolved, ${external} external, ${unresolved} unresolved.`
  )
}

/** Git redraws its percentages on one line; in a log they would be hundreds. */
const isPassing = (line: string) => /\d+% \(\d+\/\d+\)/.test(line) && !line.includes(', done')
