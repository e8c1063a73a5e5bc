const spaced = (text: string) => text.replaceAll('_', ' ')

/** `member.role_changed` as "Member: role changed". */
export function actionWords(action: string): string {
  const [noun = '', verb = ''] = action.split('.')
  const words = verb ? `${spaced(noun)}: ${spaced(verb)}` : spaced(noun)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Facts of an entry in one line: `from: viewer, to: developer`. */
export function detailWords(details: Record<string, string | number | boolean | null>): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name.replace(/([A-Z])/g, ' $1').toLowerCase()}: ${value}`)
    .join(', ')
}
