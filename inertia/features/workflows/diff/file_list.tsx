import { cn } from '~/lib/cn'
import { toneText } from '~/lib/tone'
import { visibleText } from '../visible_text'
import { ChangeCounts } from './change_counts'
import { anchorOf, FILE_CHANGE } from './file_change'
import type { DiffFile } from './parse_patch'

/** Every file of the patch, in its order; a press goes there. */
export function FileList({ files }: { files: readonly DiffFile[] }) {
  return (
    <nav
      aria-label="Changed files"
      className="max-h-64 overflow-y-auto rounded-lg border bg-surface p-1 @4xl:sticky @4xl:top-0 @4xl:max-h-[70dvh]"
    >
      <ul>
        {files.map((file, index) => {
          const { short, label, tone } = FILE_CHANGE[file.change]
          return (
            <li key={`${index}-${file.path}`}>
              <button
                type="button"
                title={file.path}
                onClick={() => document.getElementById(anchorOf(index))?.scrollIntoView({ block: 'start' })}
                className="flex min-h-7 w-full items-center gap-2 rounded-sm px-1.5 text-left hover:bg-raised pointer-coarse:min-h-10"
              >
                <span
                  title={label}
                  className={cn('w-3 shrink-0 font-mono text-sm font-semibold', toneText[tone])}
                >
                  {short}
                </span>
                {/* Cut at the front: the name of the file is at the end. */}
                <span dir="rtl" className="min-w-0 flex-1 truncate text-left font-mono text-sm">
                  <bdi dir="ltr">{visibleText(file.path)}</bdi>
                </span>
                <ChangeCounts additions={file.additions} deletions={file.deletions} />
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
