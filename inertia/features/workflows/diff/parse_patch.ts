import parser from 'gitdiff-parser'
import { pathOfHeader, sidePath, unquote } from './patch_path.js'

export interface DiffLine {
  change: 'add' | 'delete' | 'same'
  text: string
  /** 1-based; null on the side where the line does not exist. */
  old: number | null
  new: number | null
}

export interface DiffHunk {
  /** What git found above it, usually the enclosing function; often empty. */
  heading: string
  oldStart: number
  newStart: number
  lines: DiffLine[]
}

export type FileChange = 'added' | 'deleted' | 'modified' | 'renamed' | 'copied'

export interface DiffFile {
  path: string
  /** Where it was before, if that is elsewhere. */
  oldPath: string | null
  change: FileChange
  /** As git writes them: `100644`; null where unchanged or unknown. */
  oldMode: string | null
  newMode: string | null
  binary: boolean
  additions: number
  deletions: number
  hunks: DiffHunk[]
  /** The last line of the new file has no line break. */
  noFinalNewline: boolean
}

/** The files of a unified diff as git writes it. Text before the first `diff --git` (a mail's head) is passed over. */
export function parsePatch(patch: string): DiffFile[] {
  return patch
    .split(/^(?=diff --git )/m)
    .filter((section) => section.startsWith('diff --git '))
    .map(parseFile)
}

function parseFile(section: string): DiffFile {
  const at = section.search(/^@@ /m)
  const head = (at === -1 ? section : section.slice(0, at)).split('\n')
  const value = (prefix: string) => head.find((line) => line.startsWith(prefix))?.slice(prefix.length) ?? null
  const from = value('rename from ') ?? value('copy from ')
  const to = value('rename to ') ?? value('copy to ')
  const [before, after] = [value('--- '), value('+++ ')]
  const path =
    (to ? unquote(to) : null) ??
    (after && sidePath(after)) ??
    (before && sidePath(before)) ??
    pathOfHeader(head[0]!)
  const { hunks, noFinalNewline } =
    at === -1 ? { hunks: [], noFinalNewline: false } : parseHunks(section.slice(at))
  const count = (change: DiffLine['change']) =>
    hunks.reduce((sum, hunk) => sum + hunk.lines.filter((line) => line.change === change).length, 0)
  return {
    path,
    oldPath: from ? unquote(from) : null,
    change: changeOf(value),
    oldMode: value('old mode ') ?? value('deleted file mode '),
    newMode: value('new mode ') ?? value('new file mode '),
    binary: head.some((line) => line.startsWith('Binary files ') || line === 'GIT binary patch'),
    additions: count('add'),
    deletions: count('delete'),
    hunks,
    noFinalNewline,
  }
}

function changeOf(value: (prefix: string) => string | null): FileChange {
  if (value('new file mode ') !== null) return 'added'
  if (value('deleted file mode ') !== null) return 'deleted'
  if (value('rename from ') !== null) return 'renamed'
  return value('copy from ') === null ? 'modified' : 'copied'
}

/** The library reads hunks well but stumbles over unusual heads, so it is given a plain one. */
function parseHunks(text: string): { hunks: DiffHunk[]; noFinalNewline: boolean } {
  const [file] = parser.parse(`diff --git a/f b/f\n--- a/f\n+++ b/f\n${text}`)
  const hunks = (file?.hunks ?? []).map(({ content, oldStart, newStart, changes }) => ({
    heading: content.replace(/^@@ [^@]*@@ ?/, ''),
    oldStart,
    newStart,
    lines: changes.map((line): DiffLine => {
      if (line.type === 'insert')
        return { change: 'add', text: line.content, old: null, new: line.lineNumber }
      if (line.type === 'delete')
        return { change: 'delete', text: line.content, old: line.lineNumber, new: null }
      return { change: 'same', text: line.content, old: line.oldLineNumber, new: line.newLineNumber }
    }),
  }))
  return { hunks, noFinalNewline: file?.newEndingNewLine === false }
}
