import type { Issue } from '#projects/git/host_contract'
import { hostOfProject } from '#projects/services/host_of_project'
import AnswerChangeRequest from '#workflows/actions/answer_change_request'
import { answerCall, type HostCall, mayWrite, startForCall } from '#workflows/services/host_call'

/**
 * Starts work for somebody who called us at the git host, if they may write there, and answers in one comment;
 * a refusal says why.
 */
export default class AnswerIssue {
  /** @returns `later` where the change is just being tested or delivered: ask again */
  async execute(call: HostCall): Promise<'answered' | 'later'> {
    const target = await hostOfProject(call.teamId, call.projectId)
    if (!target) return 'answered'
    if (!(await mayWrite(target, call.author))) {
      await answerCall(
        target,
        call,
        `@${call.author.login} may not push to this repository, so nothing was started.`
      )
      return 'answered'
    }
    if (call.subject.kind === 'change_request') return new AnswerChangeRequest().execute(target, call)
    const issue = await target.host.issue(target.repository, call.subject.number)
    const { kind, number, url, title } = issue
    await startForCall(target, call, {
      task: taskOf(issue, call.words),
      source: { kind, number, url, title },
    })
    return 'answered'
  }
}

/** The words of the comment come first: they say what of the issue is meant. */
const taskOf = ({ title, body }: Issue, words: string) =>
  [words, title, body]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n\n')
