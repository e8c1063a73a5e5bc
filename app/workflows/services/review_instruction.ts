import type { CodePlace, ReviewComment } from '#projects/git/host_contract'
import type { ProjectHost } from '#projects/services/host_of_project'
import { type HostCall, mayWrite } from '#workflows/services/host_call'
import { askedOf } from '#workflows/services/mention'

/** Within what the engine takes as one message. */
const MAX_TEXT = 7_500
const MAX_COMMENT = 1_000
const MAX_COMMENTS = 30
const MAX_PEOPLE = 10

const at = ({ path, line }: CodePlace) => (line === null ? path : `${path}, line ${line}`)

/**
 * What somebody asks for beside a change request: their words, and what was said beside its code since
 * `since` and is not settled. Only people who may write there are heard: nobody else has a say in what is
 * pushed. Empty where nothing is asked for.
 */
export async function reviewInstruction(target: ProjectHost, call: HostCall, since: Date | null) {
  const comments = await target.host.reviewComments(target.repository, call.subject.number)
  const open = comments.filter(
    ({ resolved, author, body, createdAt }) =>
      !resolved && !author.bot && askedOf(body) === null && (!since || new Date(createdAt) > since)
  )
  const heard = await ofWriters(target, call, open)
  const words = call.place && call.words !== '' ? `At ${at(call.place)}: ${call.words}` : call.words
  const lines = heard
    .slice(-MAX_COMMENTS)
    .map(
      ({ place, author, body }) => `- ${at(place)} (${author.login}): ${body.trim().slice(0, MAX_COMMENT)}`
    )
  const said = lines.length > 0 ? `What was said beside the code:\n${lines.join('\n')}` : ''
  return [words, said].filter(Boolean).join('\n\n').slice(0, MAX_TEXT)
}

async function ofWriters(target: ProjectHost, { author }: HostCall, comments: ReviewComment[]) {
  const may = new Map([[author.login, true]])
  for (const { author: writer } of comments) {
    if (may.has(writer.login) || may.size >= MAX_PEOPLE) continue
    may.set(writer.login, await mayWrite(target, writer))
  }
  return comments.filter(({ author: writer }) => may.get(writer.login))
}
