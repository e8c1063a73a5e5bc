/** What a colour means. Never the only carrier of a meaning: an icon and a word stand beside it. */
export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'bad' | 'info' | 'run'

/** Text or icon in the tone, on any ground. */
export const toneText: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent',
  ok: 'text-ok',
  warn: 'text-warn',
  bad: 'text-bad',
  info: 'text-info',
  run: 'text-run',
}

/** A filled patch with its text. */
export const toneSoft: Record<Tone, string> = {
  neutral: 'bg-raised text-muted',
  accent: 'bg-accent-soft text-accent',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-info-soft text-info',
  run: 'bg-run-soft text-run',
}
