import type { NodeRef } from '#intelligence/queries/node_ref'
import type { NodeAnswer } from '#intelligence/queries/show_node'

/** Where a sentence can be checked. */
export interface Citation {
  path: string
  line: number
}

export interface Sentence {
  text: string
  cites: Citation[]
}

/** The words of one language for what the map can say. Counts come as they are, names as the code has them. */
interface Phrases {
  is: (what: string, name: string, where: string) => string
  file: (path: string, lines: number, symbols: number) => string
  says: (doc: string) => string
  usedBy: (resolved: number, names: string) => string
  noUser: string
  uses: (resolved: number, names: string) => string
  tests: (number: number, first: string) => string
  noTest: string
  open: (number: number) => string
  churn: (commits: number, authors: number) => string
}

const some = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

const en: Phrases = {
  is: (what, name, where) => `${name} is a ${what} in ${where}.`,
  file: (path, lines, symbols) =>
    `${path} has ${some(lines, 'line', 'lines')} and ${some(symbols, 'symbol', 'symbols')} of its own.`,
  says: (doc) => `Its comment says: “${doc}”`,
  usedBy: (resolved, names) => `It is used in ${some(resolved, 'place', 'places')}, by ${names}.`,
  noUser: 'No user of it could be told from the code.',
  uses: (resolved, names) => `It uses ${some(resolved, 'other thing', 'other things')}: ${names}.`,
  tests: (number, first) =>
    number === 1
      ? `One test file reaches it: ${first}.`
      : `${number} test files reach it, the nearest being ${first}.`,
  noTest: 'No test that reaches it could be told from the code.',
  open: (number) =>
    `${some(number, 'reference', 'references')} could not be resolved, so there may be more to say.`,
  churn: (commits, authors) =>
    `Its file changed in ${some(commits, 'recent commit', 'recent commits')} by ${some(authors, 'author', 'authors')}.`,
}

const fr: Phrases = {
  is: (what, name, where) => `${name} : ${what}, dans ${where}.`,
  file: (path, lines, symbols) =>
    `${path} compte ${some(lines, 'ligne', 'lignes')} et ${some(symbols, 'symbole', 'symboles')}.`,
  says: (doc) => `Son commentaire dit : « ${doc} »`,
  usedBy: (resolved, names) => `Utilisé à ${some(resolved, 'endroit', 'endroits')}, par ${names}.`,
  noUser: 'Le code ne permet de nommer aucun utilisateur.',
  uses: (resolved, names) => `Utilise ${some(resolved, 'autre élément', 'autres éléments')} : ${names}.`,
  tests: (number, first) =>
    number === 1
      ? `Un fichier de test l’atteint : ${first}.`
      : `${number} fichiers de test l’atteignent, le plus proche étant ${first}.`,
  noTest: 'Le code ne permet de nommer aucun test qui l’atteigne.',
  open: (number) =>
    `${some(number, 'référence n’a pas pu être résolue', 'références n’ont pas pu être résolues')} : il peut donc y en avoir davantage.`,
  churn: (commits, authors) =>
    `Son fichier a changé dans ${some(commits, 'commit récent', 'commits récents')}, par ${some(authors, 'auteur', 'auteurs')}.`,
}

const frenchKinds: Record<string, string> = {
  function: 'fonction',
  class: 'classe',
  interface: 'interface',
  method: 'méthode',
  property: 'propriété',
  variable: 'variable',
  type: 'type',
  enum: 'énumération',
  test: 'test',
  route: 'route',
  table: 'table',
}

export const wordsIn = (language: 'en' | 'fr') => (answer: NodeAnswer) =>
  sentencesOf(answer, language === 'fr' ? fr : en, language === 'fr' ? frenchKinds : {})

const FEW = 3
const at = ({ path, line }: NodeRef): Citation => ({ path, line })
const named = (refs: readonly NodeRef[], all: number) =>
  `${refs.map(({ name }) => name).join(', ')}${all > refs.length ? '…' : ''}`

function sentencesOf(answer: NodeAnswer, say: Phrases, kinds: Record<string, string>): Sentence[] {
  const { node, doc, users, used, tests, openTotal, churn, members, endLine } = answer
  const own = [at(node)]
  const kind = [node.role, kinds[node.kind] ?? node.kind].filter(Boolean).join(' ')
  const sentences: Sentence[] = [
    node.kind === 'file'
      ? { text: say.file(node.path, endLine, members.length), cites: own }
      : { text: say.is(kind, node.name, node.path), cites: own },
  ]
  if (doc) sentences.push({ text: say.says(doc), cites: own })
  sentences.push(...usesOf(answer, say))
  const nearest = tests[0]
  sentences.push(
    nearest
      ? { text: say.tests(tests.length, nearest.path), cites: [{ path: nearest.path, line: 1 }] }
      : { text: say.noTest, cites: own }
  )
  if (churn)
    sentences.push({ text: say.churn(churn.commits, churn.authors), cites: [{ path: node.path, line: 1 }] })
  const open = openTotal + users.unresolved
  if (open > 0 || used.unresolved > openTotal) sentences.push({ text: say.open(open), cites: own })
  return sentences
}

function usesOf({ node, users, used }: NodeAnswer, say: Phrases): Sentence[] {
  const by = users.reached.slice(0, FEW)
  const of = used.reached.slice(0, FEW)
  const sites = users.edges.slice(0, FEW).map(({ from, line }) => ({ path: from.path, line }))
  const sentences: Sentence[] = [
    by.length > 0
      ? { text: say.usedBy(users.resolved, named(by, users.reached.length)), cites: sites }
      : { text: say.noUser, cites: [at(node)] },
  ]
  if (of.length > 0) {
    const lines = used.edges.slice(0, FEW).map(({ from, line }) => ({ path: from.path, line }))
    sentences.push({ text: say.uses(used.resolved, named(of, used.reached.length)), cites: lines })
  }
  return sentences
}
