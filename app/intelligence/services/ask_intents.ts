export type Intent =
  | { kind: 'users' | 'used' | 'tests' | 'impact' | 'where'; subject: string }
  | { kind: 'way'; from: string; to: string }
  | { kind: 'routes' | 'tables' | 'search'; words: string }

/** A name as a person writes it: bare, quoted, with or without a question mark after it. */
const OPENING = '[`"\'«“]?'
const CLOSING = '[`"\'»”]?'
const NAME = `${OPENING}\\s*([^\\s\`"'»”?]+)\\s*${CLOSING}`
const THING = `(?:the |le |la |les |l['’])?(?:file |function |class |method |symbol |route |fichier |fonction |classe |méthode |symbole )?`

type Read = (match: RegExpExecArray) => Intent

const about = (kind: 'users' | 'used' | 'tests' | 'impact' | 'where'): Read => {
  return (match) => ({ kind, subject: match[1]! })
}

/** Questions that the map answers by itself, in English and French; the first that fits is taken. */
const intents: [pattern: string, read: Read][] = [
  [
    String.raw`(?:way|path|chemin)\b.*?\b(?:from|between|de|entre)\s+${THING}${NAME}\s+(?:to|and|à|et|vers)\s+${THING}${NAME}`,
    (match) => ({ kind: 'way', from: match[1]!, to: match[2]! }),
  ],
  [
    String.raw`how does\s+${THING}${NAME}\s+(?:reach|get to|use|call)\s+${THING}${NAME}`,
    (match) => ({ kind: 'way', from: match[1]!, to: match[2]! }),
  ],
  [
    String.raw`(?:which|what|quels?) tests?\b.*?\b(?:cover|reach|test|for|run for|couvrent|testent|pour)\s+${THING}${NAME}`,
    about('tests'),
  ],
  [
    String.raw`(?:what (?:breaks|changes|is affected)|impact|que casse|qu['’]est-ce qui casse).*?\b(?:if|of|by|si|de|du)\s+(?:i change |je change |changing )?${THING}${NAME}`,
    about('impact'),
  ],
  [
    String.raw`(?:who|what|which \w+|qui)\s+(?:calls?|uses?|imports?|depends? on|appelle|utilise|importe)\s+${THING}${NAME}`,
    about('users'),
  ],
  [
    String.raw`(?:callers|users|usages|appelants|utilisateurs) (?:of|de|du)\s+${THING}${NAME}`,
    about('users'),
  ],
  [
    String.raw`(?:what|which \w+)\s+(?:does|do)\s+${THING}${NAME}\s+(?:use|call|import|depend on|need)`,
    about('used'),
  ],
  [String.raw`(?:qu['’]utilise|que fait|qu['’]appelle)\s+${THING}${NAME}`, about('used')],
  [
    String.raw`(?:routes?|endpoints?|urls?|handlers?)\b\s*(?:for|of|to|is|handles?|pour|de)?\s*(.+)`,
    (match) => ({ kind: 'routes', words: match[1]!.trim() }),
  ],
  [
    String.raw`((?:get|post|put|patch|delete)\s+/\S*)`,
    (match) => ({ kind: 'routes', words: match[1]!.replace(/^\S+\s+/, '') }),
  ],
  [
    String.raw`(?:tables?|columns?|colonnes?|schema|schéma)\b\s*(?:of|for|has|have|called|named|de|pour)?\s*(.*)`,
    (match) => ({ kind: 'tables', words: match[1]!.trim() }),
  ],
  [
    String.raw`(?:where is|where's|find|show me|où est|où se trouve|trouve)\s+${THING}${NAME}`,
    about('where'),
  ],
]

const readers = intents.map(([pattern, read]) => ({ pattern: new RegExp(pattern, 'iu'), read }))

const MAX_QUESTION = 300

/** What a question asks of the map; a search for its words when no kind of question fits. */
export function intentOf(question: string): Intent {
  const text = question.slice(0, MAX_QUESTION).replace(/\s+/g, ' ').trim()
  for (const { pattern, read } of readers) {
    const match = pattern.exec(text)
    if (match) return read(match)
  }
  return { kind: 'search', words: text }
}
