import type { TestsIntent } from './intent.ts'
import {
  isCodeFile,
  isIdentifier,
  looksLikeCode,
  pathOf,
  requestOf,
  tokenOf,
  wordPattern as word,
} from './sentence.ts'

const kinds =
  '(?:(?:characteri[sz]ation|unit|regression|automated|missing|more|some|new|golden(?: master)?) )*'
const kindesFr = '(?: (?:de caractérisation|unitaires?|manquants?|automatiques?|de non-régression))*'
const requests = [
  new RegExp(
    `^(?:add|write|create|generate|make|produce) (?:the |a |any )?${kinds}tests?(?: coverage)? (?:for|to|of|covering|that cover) (?<target>.+)$`,
    'iu'
  ),
  new RegExp(
    `^(?:unit[- ]test|test|cover|characteri[sz]e) (?<target>.+?)(?: with (?:${kinds})tests?)?$`,
    'iu'
  ),
  /^(?:increase|improve|raise) (?:the )?(?:test |code )?coverage (?:of|for|in) (?<target>.+)$/iu,
  new RegExp(
    `^(?:ajoute[rz]?|[ée]cri(?:s|re|vez)|cr[ée]e[rz]?|g[ée]n[èe]re[rz]?) (?:des |les |quelques |un |de )?tests?${kindesFr} (?:pour|à|sur|de|couvrant) (?<target>.+)$`,
    'iu'
  ),
  /^(?:teste[rz]?|couvr(?:e|ir|ez)|caractérise[rz]?) (?<target>.+)$/iu,
  /^(?:augmente[rz]?|améliore[rz]?) la couverture(?: de tests?| du code)? (?:de|pour|dans) (?<target>.+)$/iu,
]

const everything = [
  /^(?:add|write|create|generate) (?:the |all )?(?:missing|characteri[sz]ation) tests$/i,
  /^(?:add|write|create|generate) (?:the )?missing (?:unit )?tests$/i,
  /^(?:increase|improve|raise) (?:the |our |my )?(?:test |code |unit test )?coverage(?: of (?:the |this )?(?:project|repository|repo|code|codebase))?$/i,
  /^(?:ajoute[rz]?|[ée]cri(?:s|re|vez)|cr[ée]e[rz]?|g[ée]n[èe]re[rz]?) (?:les |des )?tests (?:manquants|de caractérisation)$/iu,
  /^(?:augmente[rz]?|améliore[rz]?) la couverture(?: de tests?| du code| des tests)?(?: du projet| du dépôt)?$/iu,
]
const allTargets = [
  /^(?:everything|anything|all(?: the| of the)?(?: code| files| functions| modules| exports)?|every (?:file|function|module)|whatever|the code|code|files|functions|modules)(?: (?:that|which)(?:['’]s| is| are| has| have)?)?(?: (?:still|currently|not yet))*(?: (?:untested|uncovered|not (?:yet )?(?:tested|covered)|no tests?|without (?:any )?tests?|missing tests|lacking tests))$/i,
  /^(?:the |all |all the )?(?:untested|uncovered) (?:code|files|functions|modules|exports|parts)$/i,
  /^(?:everything|the whole (?:project|repository|repo|codebase)|the (?:project|repository|repo|codebase))$/i,
  /^(?:tout|tout le projet|le projet|tout le code|tout le code non (?:testé|couvert)|le code non (?:testé|couvert)|tout ce qui n['’]est pas (?:encore )?(?:testé|couvert)|tout ce qui n['’]a pas (?:encore )?de tests?|les (?:fonctions|fichiers|modules) non (?:testée?s|couvert[e]?s))$/iu,
]

const named = new RegExp(
  `^(?:the |la |le |l['’])?(?<kind>function|class|file|module|folder|fonction|classe|fichier|dossier)? ?(?<name>${word})(?: (?:function|class|module|file))?(?: (?:in|from|of|at|dans|de) (?:the file |le fichier )?(?<file>${word}))?$`,
  'iu'
)

/** "add tests for …", for a file, a function, a folder, or everything untested. */
export function parseTests(task: string): TestsIntent | null {
  const request = requestOf(task)
  if (everything.some((pattern) => pattern.test(request)))
    return { recipe: 'characterization_tests', file: null, symbol: null }
  for (const pattern of requests) {
    const target = pattern.exec(request)?.groups?.target
    const intent = target === undefined ? null : parseTarget(target)
    if (intent) return intent
  }
  return null
}

function parseTarget(target: string): TestsIntent | null {
  if (allTargets.some((pattern) => pattern.test(target)))
    return { recipe: 'characterization_tests', file: null, symbol: null }
  const groups = named.exec(target)?.groups
  if (!groups) return null
  const name = tokenOf(groups.name!)
  const file = groups.file === undefined ? null : tokenOf(groups.file).text
  if (file === null && isPath(name.text))
    return { recipe: 'characterization_tests', file: pathOf(name.text), symbol: null }
  if (file !== null && !isPath(file)) return null
  if (!isMember(name.text)) return null
  const certain =
    file !== null ||
    name.quoted ||
    looksLikeCode(name.text) ||
    /^(function|class|fonction|classe)$/i.test(groups.kind ?? '')
  return certain
    ? { recipe: 'characterization_tests', file: file === null ? null : pathOf(file), symbol: name.text }
    : null
}

function isPath(text: string): boolean {
  return isCodeFile(text) || /^\.{0,2}[\w@.-]*\/[\w@./-]*$/.test(text)
}

/** `name` or `Class.method`. */
function isMember(text: string): boolean {
  const parts = text.split('.')
  return parts.length <= 2 && parts.every(isIdentifier)
}
