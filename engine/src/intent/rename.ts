import type { RenameIntent } from './intent.ts'
import {
  isCodeFile,
  isIdentifier,
  looksLikeCode,
  pathOf,
  requestOf,
  type Token,
  tokenOf,
  wordPattern as word,
} from './sentence.ts'

const kind =
  "(?:(?:the |la |le |l['’])?(?<kind>function|class|type|variable|constant|const|interface|enum|symbol|component|hook|helper|fonction|classe|constante|composant|symbole|énumération) )?"
const everywhere =
  '(?: (?:everywhere|(?:across|throughout|in) the (?:whole |entire )?(?:repo|repository|project|codebase|code)|partout|dans tout le (?:projet|dépôt|code)))?'
const english = new RegExp(
  `^(?:in (?<before>${word}),? )?rename ${kind}(?<from>${word}) (?:to|into|as|->|=>|→) (?<to>${word})(?: (?:in|within|inside|of|from) (?:the file )?(?<file>${word}))?${everywhere}$`,
  'iu'
)
const french = new RegExp(
  `^(?:dans (?<before>${word}),? )?renomme[rz]? ${kind}(?<from>${word}) (?:en|par|vers|->|=>|→) (?<to>${word})(?: (?:dans|de|du) (?:le fichier )?(?<file>${word}))?${everywhere}$`,
  'iu'
)

/** Words that name a thing a recipe does not rename, unless quotes say that a symbol is meant. */
const prose = new Set(
  `it this that them everything all project repo repository package app application branch file files folder directory
  workspace module database table column field property method team product company service projet dépôt fichier dossier
  paquet base branche équipe tout ça ceci`.split(/\s+/)
)

/** "rename X to Y", with a file when one is named. */
export function parseRename(task: string): RenameIntent | null {
  const request = requestOf(task)
  const groups = (english.exec(request) ?? french.exec(request))?.groups
  if (!groups) return null
  const from = tokenOf(groups.from!)
  const to = tokenOf(groups.to!)
  const file = groups.file ?? groups.before
  if (!isIdentifier(from.text) || !isIdentifier(to.text)) return null
  if (!groups.kind && !isSymbol(from, to)) return null
  const place = file === undefined ? null : tokenOf(file).text
  if (place !== null && !isCodeFile(place)) return null
  return {
    recipe: 'rename_symbol',
    from: from.text,
    to: to.text,
    file: place === null ? null : pathOf(place),
  }
}

function isSymbol(from: Token, to: Token): boolean {
  return (
    from.quoted || looksLikeCode(from.text) || looksLikeCode(to.text) || !prose.has(from.text.toLowerCase())
  )
}
