import { createHash } from 'node:crypto'
import type { ProposedTests } from '../../../contract/generation.ts'
import type { ToolCall } from '../../providers/answer.ts'
import { quoted } from '../change/repository_context.ts'
import type { WorkingTree } from '../change/working_tree.ts'
import type { CodeMap } from './code_map.ts'
import { edit, writeTests } from './edit_tool.ts'
import { limits } from './limits.ts'
import { askMap } from './map_tool.ts'
import { list, readFile } from './read_tools.ts'
import { search } from './search_tool.ts'
import { isToolName, type ToolInput, toolInputs } from './tools.ts'

/** What tools work on; `tree` and `proposed` move on with each edit. */
export interface Workbench {
  tree: WorkingTree
  map: CodeMap
  task: string
  proposed: ProposedTests[]
  /** Of quotations: no file of the repository can contain it. */
  mark: string
}

export interface CallResult {
  /** For the model. */
  output: string
  /** Whether it got the model any further. */
  worked: boolean
  /** For the person watching; null when it says nothing new. */
  note: string | null
}

/** Says what is wrong with a call before anything is done; null when it can be carried out. */
export function malformed({ name, input, malformed }: ToolCall): string | null {
  if (!isToolName(name))
    return `There is no tool "${name}". There are: ${Object.keys(toolInputs).join(', ')}.`
  const parsed = toolInputs[name].safeParse(input)
  if (parsed.success) return null
  const issues = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the input'}: ${message}`
  )
  return `The call does not fit the tool: ${issues.slice(0, 5).join('; ') || malformed}.`
}

/** Carries out one call that only reads or edits. The input has been checked by `malformed`. */
export function callTool(bench: Workbench, { name, input }: ToolCall): CallResult {
  switch (name) {
    case 'read_file': {
      const wanted = input as ToolInput<'read_file'>
      return read(bench, wanted.path, readFile(bench.tree, wanted), `Reads ${wanted.path}${rangeOf(wanted)}`)
    }
    case 'search': {
      const wanted = input as ToolInput<'search'>
      return read(bench, 'search', search(bench, wanted), `Searches for ${JSON.stringify(wanted.query)}`)
    }
    case 'list': {
      const wanted = input as ToolInput<'list'>
      return read(bench, 'list', list(bench.tree, wanted), `Lists ${wanted.folder || 'the repository'}`)
    }
    case 'map': {
      const wanted = input as ToolInput<'map'>
      const about = wanted.symbol ?? wanted.path ?? ''
      return read(
        bench,
        'map',
        askMap(bench.map, bench.tree, wanted),
        `Asks the map: ${wanted.about} ${about}`.trim()
      )
    }
    case 'edit': {
      const wanted = input as ToolInput<'edit'>
      const { answer, tree } = edit(bench.tree, wanted, bench.task)
      if (tree) bench.tree = tree
      const note = `${verbs[wanted.action]} ${wanted.path}${tree ? '' : ', which does not work'}`
      return { output: answer, worked: tree !== null, note }
    }
    case 'propose_tests':
      return propose(bench, input as ToolInput<'propose_tests'>)
    default:
      return { output: 'This call can not be combined with others.', worked: false, note: null }
  }
}

const verbs = { replace: 'Edits', create: 'Creates', move: 'Moves', delete: 'Deletes' }

function propose(bench: Workbench, input: ToolInput<'propose_tests'>): CallResult {
  const { answer, tree } = writeTests(bench.tree, input, bench.task)
  if (tree) {
    bench.tree = tree
    const others = bench.proposed.filter(({ path }) => path !== input.path)
    bench.proposed = [...others, { path: input.path, proves: input.proves }]
  }
  return { output: answer, worked: tree !== null, note: `Writes tests: ${input.path}` }
}

function read(bench: Workbench, title: string, text: string, note: string): CallResult {
  const left = text.length - limits.toolOutput
  const cut = left > 0 ? `${text.slice(0, limits.toolOutput)}\n… ${left} characters were left out` : text
  return { output: quoted(bench.mark, title, cut), worked: true, note }
}

const rangeOf = ({ from, to }: ToolInput<'read_file'>) =>
  from || to ? `, lines ${from ?? 1} to ${to ?? 'the end'}` : ''

/** The same for the same code. */
export function digestOf(tree: WorkingTree): string {
  return createHash('sha256').update(JSON.stringify(tree.edits())).digest('hex').slice(0, 16)
}
