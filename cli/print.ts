import { styleText } from 'node:util'
import type { WorkflowEvent } from './api.ts'

const colours: Record<string, Parameters<typeof styleText>[0]> = {
  succeeded: 'green',
  verified: 'green',
  failed: 'red',
  stuck: 'red',
  running: 'cyan',
}

const coloured = (word: string) => (colours[word] ? styleText(colours[word], word) : word)

/** Repositories print what they like; only colours and line ends may reach a person's terminal. */
export const tame = (text: string) =>
  text.replace(/\u001b(?!\[[\d;]*m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f]/g, '')

/** One event as lines for a terminal; an empty text for what need not be seen. */
export function lineOf({ kind, payload }: WorkflowEvent, { logs }: { logs: boolean }): string {
  const said = payload as Record<string, string & number>
  switch (kind) {
    case 'step':
      return `${styleText('bold', said.step!)}${said.attempt! > 1 ? ` (attempt ${said.attempt})` : ''}: ${coloured(said.status!)}${said.error ? `  ${tame(said.error)}` : ''}\n`
    case 'note':
      return styleText('dim', `  ${tame(said.text!)}\n`)
    case 'log':
      return logs ? tame(said.text!) : ''
    case 'message':
      return `  ${said.by}: ${tame(said.text!)}\n`
    default:
      return ''
  }
}
