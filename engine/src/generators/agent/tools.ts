import { type ToolSet, tool } from 'ai'
import { type ZodType, z } from 'zod'

const path = z.string().max(1_024).describe('Path from the repository root, with forward slashes.')

const readFile = z.object({
  path,
  from: z.number().int().positive().optional().describe('First line, from 1.'),
  to: z.number().int().positive().optional().describe('Last line.'),
})
const search = z.object({
  query: z.string().min(1).max(300),
  kind: z
    .enum(['text', 'regex', 'symbol'])
    .optional()
    .describe('`text` (default) is exact and case-sensitive; `symbol` finds declarations by name.'),
  within: z.string().max(1_024).optional().describe('A file or folder to stay within.'),
})
const list = z.object({ folder: z.string().max(1_024).describe('A folder; an empty text is the root.') })
const map = z.object({
  about: z.enum(['file', 'callers', 'routes', 'schema']),
  path: z
    .string()
    .max(1_024)
    .optional()
    .describe('For `file`; for `callers` the file that declares the symbol.'),
  symbol: z.string().max(200).optional().describe('For `callers`.'),
})
const edit = z.object({
  action: z.enum(['replace', 'create', 'move', 'delete']),
  path: path.describe('The file; for `move` its present path.'),
  search: z
    .string()
    .max(200_000)
    .optional()
    .describe('For `replace`: text copied character by character, which occurs exactly once in the file.'),
  replace: z.string().max(500_000).optional().describe('For `replace`: what stands there instead.'),
  content: z.string().max(1_000_000).optional().describe('For `create`: the whole file.'),
  to: z.string().max(1_024).optional().describe('For `move`: the new path, which must be free.'),
})
const proposeTests = z.object({
  path: path.describe('The test file, in the place where the project has its tests.'),
  content: z.string().max(1_000_000).describe('The whole file. Keep every test that it already has.'),
  proves: z
    .array(z.string().max(300))
    .min(1)
    .max(50)
    .describe('Names of the tests that fail without the change and pass with it.'),
})
const runTests = z.object({
  reason: z.string().max(300).describe('One sentence for the person who watches.'),
})
const finish = z.object({
  summary: z.string().min(1).max(4_000).describe('What changed and why, one or two sentences.'),
})
const decline = z.object({ reason: z.string().min(1).max(2_000) })

export const toolInputs = {
  read_file: readFile,
  search,
  list,
  map,
  edit,
  propose_tests: proposeTests,
  run_tests: runTests,
  finish,
  decline,
}
export type ToolName = keyof typeof toolInputs
export type ToolInput<Name extends ToolName> = z.infer<(typeof toolInputs)[Name]>

const described: Record<ToolName, string> = {
  read_file: 'Reads a file, or some of its lines, as it is with the changes made so far.',
  search: 'Finds text, a regular expression or a declared symbol in the repository.',
  list: 'Lists a folder: its folders and files.',
  map: 'Asks the code map: what a file declares, imports and is imported by; who calls a symbol; routes; schema.',
  edit: 'Changes the repository: replace text that occurs exactly once, create, move or delete a file.',
  propose_tests: 'Writes a test file and says which of its tests prove the change.',
  run_tests: "Runs the project's own tests on the changes made so far and answers with what they said.",
  finish: 'Ends the work: the change is complete.',
  decline: 'Ends the work without a change, when the task can not or should not be done.',
}

/** None of them is executed by the provider library: each call is checked and carried out here. */
export const tools: ToolSet = Object.fromEntries(
  Object.entries<ZodType<object>>(toolInputs).map(([name, inputSchema]) => [
    name,
    tool({ description: described[name as ToolName], inputSchema }),
  ])
)

export function isToolName(name: string): name is ToolName {
  return Object.hasOwn(toolInputs, name)
}
