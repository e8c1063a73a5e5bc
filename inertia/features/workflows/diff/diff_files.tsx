import { Columns2, Download, Rows2 } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { LinkButton } from '~/components/link_button'
import { cn } from '~/lib/cn'
import { ChangeCounts } from './change_counts'
import { DiffFileView } from './diff_file'
import { anchorOf } from './file_change'
import { FileList } from './file_list'
import { parsePatch } from './parse_patch'
import { useWidth } from './use_width'

const SIDE_BY_SIDE_FROM_PX = 720
const EAGER_FILES = 3

type View = 'unified' | 'split'

/** A patch as text, drawn file by file. */
export default function DiffFiles({
  patch,
  patchHref,
  mailHref,
}: {
  patch: string
  patchHref: string
  mailHref: string | null
}) {
  const files = useMemo(() => parsePatch(patch), [patch])
  const frame = useRef<HTMLDivElement>(null)
  const fits = useWidth(frame) >= SIDE_BY_SIDE_FROM_PX
  const [view, setView] = useState<View>('unified')
  const additions = files.reduce((sum, file) => sum + file.additions, 0)
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0)
  return (
    <div ref={frame} className="@container grid gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="font-medium">
          {files.length.toLocaleString('en')} {files.length === 1 ? 'file' : 'files'} changed
        </p>
        <ChangeCounts additions={additions} deletions={deletions} />
        <div className="ml-auto flex flex-wrap gap-2">
          {fits && <ViewSwitch view={view} onChange={setView} />}
          <LinkButton size="sm" href={patchHref} download icon={<Download aria-hidden="true" />}>
            Patch
          </LinkButton>
          {mailHref && (
            <LinkButton size="sm" href={mailHref} download icon={<Download aria-hidden="true" />}>
              Mail for git am
            </LinkButton>
          )}
        </div>
      </div>
      <div className={cn('grid gap-3', files.length > 1 && '@4xl:grid-cols-[16rem_minmax(0,1fr)]')}>
        {files.length > 1 && (
          <div>
            <FileList files={files} />
          </div>
        )}
        <div className="grid min-w-0 content-start gap-3">
          {files.map((file, index) => (
            <DiffFileView
              key={`${index}-${file.path}`}
              file={file}
              anchor={anchorOf(index)}
              sideBySide={fits && view === 'split'}
              eager={index < EAGER_FILES}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const options = [
    { value: 'unified', label: 'Unified', icon: Rows2 },
    { value: 'split', label: 'Side by side', icon: Columns2 },
  ] as const
  return (
    <fieldset aria-label="How the diff is laid out" className="flex rounded-md border border-control">
      {options.map(({ value, label, icon: Icon }) => (
        <button
          key={value}
          type="button"
          aria-pressed={view === value}
          onClick={() => onChange(value)}
          className={cn(
            'flex h-6.5 items-center gap-1.5 px-2 text-sm font-medium first:rounded-l-[5px] last:rounded-r-[5px]',
            view === value ? 'bg-raised text-text' : 'text-muted hover:text-text'
          )}
        >
          <Icon aria-hidden="true" className="size-4" />
          {label}
        </button>
      ))}
    </fieldset>
  )
}
