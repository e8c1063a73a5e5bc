import type { Tone } from '~/lib/tone'
import type { DiffFile, FileChange } from './parse_patch'

export const FILE_CHANGE: Record<FileChange, { label: string; short: string; tone: Tone }> = {
  added: { label: 'Added', short: 'A', tone: 'ok' },
  deleted: { label: 'Deleted', short: 'D', tone: 'bad' },
  modified: { label: 'Modified', short: 'M', tone: 'info' },
  renamed: { label: 'Renamed', short: 'R', tone: 'run' },
  copied: { label: 'Copied', short: 'C', tone: 'run' },
}

const MODES: Record<string, string> = {
  '100644': 'plain file',
  '100755': 'executable',
  '120000': 'symbolic link',
  '160000': 'submodule',
}

const modeName = (mode: string) => `${MODES[mode] ?? 'mode'} (${mode})`

/** What changed beside the text: "plain file (100644) → executable (100755)"; null when nothing worth a word. */
export function modeSentence({ oldMode, newMode }: DiffFile): string | null {
  if (oldMode && newMode && oldMode !== newMode) return `${modeName(oldMode)} → ${modeName(newMode)}`
  const only = newMode ?? oldMode
  return only && only !== '100644' ? modeName(only) : null
}

/** A stable place to jump to. */
export const anchorOf = (index: number) => `file-${index + 1}`
