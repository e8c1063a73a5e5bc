import { ChevronDown, ChevronRight } from 'lucide-react'
import { useRef, useState } from 'react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { CopyButton } from '~/components/copy_button'
import { visibleText } from '../visible_text'
import { ChangeCounts } from './change_counts'
import { DiffTable } from './diff_table'
import { FILE_CHANGE, modeSentence } from './file_change'
import type { DiffFile } from './parse_patch'
import { useNear } from './use_near'

/** More lines than anybody reads unasked. */
const LARGE = 800
const ROW_PX = 20

interface FileProps {
  file: DiffFile
  anchor: string
  sideBySide: boolean
  /** Shown at once, however far down: for the first files. */
  eager: boolean
}

export function DiffFileView({ file, anchor, sideBySide, eager }: FileProps) {
  const frame = useRef<HTMLElement>(null)
  const near = useNear(frame) || eager
  const [open, setOpen] = useState(true)
  const Chevron = open ? ChevronDown : ChevronRight
  const change = FILE_CHANGE[file.change]
  return (
    <section
      ref={frame}
      id={anchor}
      aria-label={file.path}
      className="scroll-mt-2 max-lg:scroll-mt-15 overflow-clip rounded-lg border bg-surface"
    >
      <header className="sticky top-0 z-10 max-lg:top-13 flex min-h-9 flex-wrap items-center gap-x-2 gap-y-0.5 border-b bg-surface py-1 pr-2 pl-1">
        <button
          type="button"
          aria-expanded={open}
          aria-label={`${open ? 'Fold' : 'Unfold'} ${file.path}`}
          onClick={() => setOpen(!open)}
          className="flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-raised hover:text-text"
        >
          <Chevron aria-hidden="true" className="size-4" />
        </button>
        <Badge tone={change.tone}>{change.label}</Badge>
        <h3 dir="ltr" className="min-w-0 font-mono text-sm font-medium wrap-anywhere">
          {file.oldPath && <span className="text-muted">{visibleText(file.oldPath)} → </span>}
          {visibleText(file.path)}
        </h3>
        <CopyButton text={file.path} label="Copy path" />
        <span className="ml-auto">
          <ChangeCounts additions={file.additions} deletions={file.deletions} />
        </span>
      </header>
      {open && <Body file={file} sideBySide={sideBySide} near={near} />}
    </section>
  )
}

function Body({ file, sideBySide, near }: { file: DiffFile; sideBySide: boolean; near: boolean }) {
  const lines = file.hunks.reduce((sum, hunk) => sum + hunk.lines.length, 0)
  const [asked, setAsked] = useState(lines <= LARGE)
  const mode = modeSentence(file)
  return (
    <>
      {mode && <Note>File mode: {mode}</Note>}
      {file.binary && <Note>A binary file: its content is in the patch, but cannot be shown as text.</Note>}
      {!file.binary && lines === 0 && <Note>{emptyWords(file)}</Note>}
      {!asked && (
        <Note>
          {lines.toLocaleString('en')} lines.{' '}
          <Button size="sm" onClick={() => setAsked(true)}>
            Show them
          </Button>
        </Note>
      )}
      {asked && lines > 0 && near && <DiffTable file={file} sideBySide={sideBySide} />}
      {asked && lines > 0 && !near && <div style={{ height: lines * ROW_PX }} />}
      {file.noFinalNewline && <Note>No line break at the end of the file.</Note>}
    </>
  )
}

function emptyWords(file: DiffFile): string {
  if (file.change === 'renamed') return 'Moved without a change to its content.'
  if (file.change === 'copied') return 'Copied without a change to its content.'
  if (file.change === 'modified') return 'No change to its content.'
  return 'An empty file.'
}

function Note({ children }: { children: React.ReactNode }) {
  return <p className="border-b px-3 py-2 text-sm text-muted last:border-b-0">{children}</p>
}
