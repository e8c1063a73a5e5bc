import type { Plan } from '@agentops/engine/contract'
import type { SourceIssue } from '#workflows/services/delivery'
import { inert, inertCode } from '#workflows/services/inert'
import type { LineCount } from '#workflows/verification/coverage/summary'
import type { Verdict } from '#workflows/verification/verdict'

export interface ProofPack {
  task: string
  url: string
  plan: Plan | null
  summary: string
  verdict: Verdict
  costMicros: number
  models: string[]
  issue: SourceIssue | null
}

const MAX_LIST = 30
const TITLE_LENGTH = 120

const code = (written: string) => {
  const text = inertCode(written)
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${text.replace(/\s+/g, ' ')}${pad}${fence}`
}

const money = (micros: number) => `$${(micros / 1_000_000).toFixed(micros < 10_000 ? 4 : 2)}`

function list(items: string[]) {
  const lines = items.slice(0, MAX_LIST).map((item) => `- ${item}`)
  return items.length > MAX_LIST ? [...lines, `- … and ${items.length - MAX_LIST} more`] : lines
}

const heading = (text: string, lines: string[]) => (lines.length > 0 ? [`### ${text}`, '', ...lines, ''] : [])

function ruling({ ruling: said }: Verdict) {
  const words: Record<Verdict['ruling'], string> = {
    green: '✅ **Verified by the project’s own tests.**',
    red: '❌ **The tests fail.**',
    known_failures: '⚠️ **Fails exactly as it did before; nothing new is broken, nothing is proven.**',
    no_tests: '⚠️ **No test ran, so nothing is proven.**',
    not_run: '⚠️ **The tests could not be run, so nothing is proven.**',
  }
  return words[said]
}

function counts(run: Pick<Verdict, 'exitCode' | 'report'> | null) {
  const report = run?.report
  if (!report) return run ? `exit code ${run.exitCode ?? '–'}` : '–'
  return `${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped`
}

const percent = (count: LineCount | null) => (count ? `${count.pct.toFixed(1)} %` : '–')

const noticed = (strength: Verdict['strength']) =>
  strength ? `${strength.noticed} of ${strength.noticed + strength.missed}, ${strength.grade}` : '–'

const proposedWords: Record<NonNullable<Verdict['proposedTests']>[number]['state'], string> = {
  proves: 'red before, green after',
  passes_before: 'passes without the change too, so it proves nothing of it',
  untried: 'green after; not tried without the change',
  fails: 'fails',
  not_run: 'written, but nothing shows that it ran',
  missing: '**missing**: there is no such test',
}

function proof(verdict: Verdict) {
  const rows = [['Tests', counts(verdict.base), counts(verdict)]]
  if (verdict.coverage) {
    rows.push(['Lines covered', percent(verdict.coverage.before), percent(verdict.coverage.after)])
  }
  const tests = (verdict.newTests ?? []).map(
    ({ name, redBefore }) =>
      `${code(name)}${redBefore === true ? ' — red before, green after' : redBefore === false ? ' — passes without the change too' : ''}`
  )
  const proposed = (verdict.proposedTests ?? []).map(
    ({ name, path, state }) => `${code(name)} in ${code(path)} — ${proposedWords[state]}`
  )
  if (verdict.strength || verdict.strengthBefore) {
    rows.push(['Planted mistakes noticed', noticed(verdict.strengthBefore), noticed(verdict.strength)])
  }
  const table = ['| | before | after |', '|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)]
  const command = verdict.command ? [`Command: ${code(verdict.command)}`, ''] : []
  return [
    ruling(verdict),
    '',
    inert(verdict.proof),
    '',
    ...command,
    ...table,
    '',
    ...heading('New tests', list(tests)),
    ...heading('Tests that were to prove it', list(proposed)),
  ]
}

const closing = (issue: SourceIssue | null) =>
  issue?.kind === 'issue' ? [`Closes #${issue.number}`, ''] : []

/** The description of a change request, in Markdown: what was asked, what was done, how it is proven, what it cost. */
export function proofPack({
  task,
  url,
  plan,
  summary,
  verdict,
  costMicros,
  models,
  issue,
}: ProofPack): string {
  const files = (plan?.files ?? []).map(({ path, change, why }) => `${code(path)} (${change}): ${inert(why)}`)
  const cost =
    models.length > 0
      ? `${money(costMicros)} with ${models.map(code).join(', ')}`
      : 'nothing: no model was called'
  return [
    ...closing(issue),
    `> ${inert(task).split('\n').join('\n> ')}`,
    '',
    ...proof(verdict),
    ...heading('What changed', [inert(summary), '']),
    ...heading('Plan', list((plan?.steps ?? []).map(inert))),
    ...heading('Files and why', list(files)),
    ...heading('Risks', list((plan?.risks ?? []).map(inert))),
    '---',
    `Made by AgentOps for ${cost}. [The workflow with its logs and proof](${url})`,
  ]
    .join('\n')
    .slice(0, 60_000)
}

/** One line for the list of change requests. */
export function changeRequestTitle(task: string) {
  const line = inert(task.split('\n')[0]!.trim())
  return line.length > TITLE_LENGTH ? `${line.slice(0, TITLE_LENGTH - 1)}…` : line
}
