import type { RemoveUnusedIntent } from './intent.ts'
import { isCodeFile, pathOf, requestOf, tokenOf, wordPattern as word } from './sentence.ts'

const unused = '(?:unused|dead|unneeded|unreferenced|useless|unnecessary)'
const things = '(?:imports?|exports?|exported (?:symbols|functions|names)|import statements?)'
const inutile = '(?:inutilisée?s?|inutiles?|non utilisée?s?|mort(?:e?s)?|superflus?)'
const verb = '(?:remove|delete|drop|strip|prune|clean up|cleanup|clean|get rid of|eliminate)'
const verbe = '(?:supprime[rz]?|retire[rz]?|enlève|enlever|enlevez|nettoie|nettoyer|nettoyez|élimine[rz]?)'
const all = '(?:all |any |every |the |all the |all of the )?'
const tous = '(?:tous )?(?:les |des )?'
const whole =
  '(?: (?:everywhere|(?:across|throughout|in|from) (?:the|this) (?:whole |entire )?(?:repo|repository|project|codebase|code)|partout|dans tout le (?:projet|dépôt|code)|du (?:projet|dépôt|code)))?'

const requests = [
  new RegExp(
    `^${verb} ${all}${unused} (?<what>${things}(?:(?: and|,| or| &)(?: the| all)?(?: ${unused})? ${things})?)(?: (?:in|from|within|under|of) (?:the (?:file|folder) )?(?<within>${word}))?${whole}$`,
    'iu'
  ),
  new RegExp(
    `^${verbe} ${tous}(?<what>(?:imports?|exports?)(?: ${inutile})?(?: et (?:les |des )?(?:imports?|exports?))?)(?: ${inutile})(?: (?:dans|de|du|sous) (?:le (?:fichier|dossier) )?(?<within>${word}))?${whole}$`,
    'iu'
  ),
]

/** "remove unused imports", "remove dead exports" or both, with a file or folder when one is named. */
export function parseRemoveUnused(task: string): RemoveUnusedIntent | null {
  const request = requestOf(task)
  for (const pattern of requests) {
    const groups = pattern.exec(request)?.groups
    if (!groups) continue
    const within = groups.within === undefined ? null : tokenOf(groups.within).text
    if (within !== null && !isCodeFile(within) && !/\/|^(src|lib|app|test|tests)$/.test(within)) continue
    const what = groups.what!
    return {
      recipe: 'remove_unused',
      imports: /import/i.test(what),
      exports: /export/i.test(what),
      within: within === null ? null : pathOf(within),
    }
  }
  return null
}
