import { ACTIONS } from './action_words.js'

const spaced = (text: string) => text.replaceAll('_', ' ')

/** `member.role_changed` as "Role changed"; one that an older release has left behind as "Noun: past tense". */
export function actionWords(action: string): string {
  const known = ACTIONS[action]
  if (known) return known
  const [noun = '', verb = ''] = action.split('.')
  const words = verb ? `${spaced(noun)}: ${spaced(verb)}` : spaced(noun)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

type Details = Record<string, string | number | boolean | null>

const spelled = (name: string) => spaced(name.replace(/([A-Z])/g, ' $1').toLowerCase())

/** Facts of an entry in one line: `viewer → developer, number: 12`. */
export function detailWords({ from, to, ...others }: Details): string {
  const change = from && to ? [`${from} → ${to}`] : []
  const rest: Details = change.length > 0 ? others : { from: from ?? null, to: to ?? null, ...others }
  const facts = Object.entries(rest)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${spelled(name)}: ${value}`)
  return [...change, ...facts].join(', ')
}
