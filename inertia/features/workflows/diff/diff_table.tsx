import { UnfoldVertical } from 'lucide-react'
import { useMemo, useState } from 'react'
import { cn } from '~/lib/cn'
import { changedRanges, type Range } from './changed_range'
import { CodeText } from './code_text'
import { type DiffRow, type LineRow, rowsOf } from './diff_rows'
import type { Token } from './highlight'
import type { DiffFile, DiffLine } from './parse_patch'
import { useHighlight } from './use_highlight'

interface Paint {
  tokens: Map<DiffLine, Token[]> | null
  ranges: Map<DiffLine, Range>
}

const GROUND = { add: 'bg-ok-soft', delete: 'bg-bad-soft', same: '' }
const SIGN = { add: '+', delete: '−', same: ' ' }
const SAID = { add: 'Added', delete: 'Removed', same: undefined }

/** The lines of one file. Every hidden line is one click away, and every change has its sign beside its colour. */
export function DiffTable({ file, sideBySide }: { file: DiffFile; sideBySide: boolean }) {
  const rows = useMemo(() => rowsOf(file, sideBySide), [file, sideBySide])
  const ranges = useMemo(() => changedRanges(file), [file])
  const paint = { tokens: useHighlight(file), ranges }
  return (
    <table dir="ltr" className="w-full table-fixed border-collapse font-mono text-sm leading-5">
      <caption className="sr-only">Changes in {file.path}</caption>
      <colgroup>
        <col className="w-[5.5ch]" />
        {sideBySide && <col />}
        <col className="w-[5.5ch]" />
        <col />
      </colgroup>
      <tbody>
        {rows.map((row, index) => (
          <Row key={index} row={row} sideBySide={sideBySide} paint={paint} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, sideBySide, paint }: { row: DiffRow; sideBySide: boolean; paint: Paint }) {
  const [open, setOpen] = useState(false)
  if (row.kind === 'line') return <Line row={row} sideBySide={sideBySide} paint={paint} />
  if (row.kind === 'fold' && open) {
    return row.rows.map((line, index) => (
      <Line key={index} row={line} sideBySide={sideBySide} paint={paint} />
    ))
  }
  const count = row.kind === 'fold' ? row.rows.length : row.lines
  const words = `${count.toLocaleString('en')} unchanged ${count === 1 ? 'line' : 'lines'}`
  return (
    <tr className="bg-raised text-muted">
      <td colSpan={sideBySide ? 4 : 3} className="h-7 px-3">
        {row.kind === 'fold' ? (
          <button
            type="button"
            onClick={() => setOpen(true)}
            className="inline-flex items-center gap-1.5 font-sans hover:text-text hover:underline"
          >
            <UnfoldVertical aria-hidden="true" className="size-3.5" />
            Show {words}
          </button>
        ) : (
          <span className="flex gap-3 truncate">
            <span className="font-sans">{words}</span>
            <span className="truncate">{row.heading}</span>
          </span>
        )}
      </td>
    </tr>
  )
}

function Line({ row, sideBySide, paint }: { row: LineRow; sideBySide: boolean; paint: Paint }) {
  if (sideBySide) {
    return (
      <tr>
        <Num line={row.old} side="old" />
        <Text line={row.old} paint={paint} divided />
        <Num line={row.new} side="new" />
        <Text line={row.new} paint={paint} />
      </tr>
    )
  }
  const line = row.new ?? row.old!
  return (
    <tr>
      <Num line={line} side="old" />
      <Num line={line} side="new" />
      <Text line={line} paint={paint} />
    </tr>
  )
}

function Num({ line, side }: { line: DiffLine | null; side: 'old' | 'new' }) {
  return (
    <td
      className={cn(
        'tabular px-[0.75ch] text-right align-top text-muted select-none',
        line ? GROUND[line.change] : 'bg-raised/50'
      )}
    >
      {line?.[side]}
    </td>
  )
}

function Text({ line, paint, divided = false }: { line: DiffLine | null; paint: Paint; divided?: boolean }) {
  if (!line) return <td className={cn('bg-raised/50', divided && 'border-r')} />
  const range = paint.ranges.get(line)
  return (
    <td
      className={cn(
        'relative pr-2 pl-[2.5ch] align-top whitespace-pre-wrap wrap-anywhere',
        GROUND[line.change],
        divided && 'border-r'
      )}
    >
      <span
        role="img"
        aria-label={SAID[line.change]}
        aria-hidden={line.change === 'same'}
        className="absolute left-[0.75ch] text-muted select-none"
      >
        {SIGN[line.change]}
      </span>
      <CodeText line={line} tokens={paint.tokens?.get(line)} range={range} />
    </td>
  )
}
