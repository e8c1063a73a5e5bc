import { createRequire } from 'node:module'
import type { FileFacts } from '../facts/facts.ts'
import type { FileReader } from '../facts/file_reader.ts'
import { readTypeScript } from './read.ts'

interface TemplateNode {
  type: number
  tag?: string
  loc: { start: { offset: number } }
  children?: TemplateNode[]
}

let compiler: typeof import('@vue/compiler-sfc') | undefined

/** The compiler takes longer to load than hundreds of files to read, so it is loaded with the first one. */
function vueCompiler(): typeof import('@vue/compiler-sfc') {
  compiler ??= createRequire(import.meta.url)('@vue/compiler-sfc') as typeof import('@vue/compiler-sfc')
  return compiler
}

/** The facts of a Vue component: its scripts, and the components that its template renders. */
export function readVue(_name: string, text: string): FileFacts {
  const { descriptor } = vueCompiler().parse(text, { sourceMap: false, ignoreEmpty: true })
  const scripts = [descriptor.script, descriptor.scriptSetup].filter((block) => block !== null)
  const dialect = scripts.some(({ lang }) => lang === 'ts' || lang === 'tsx') ? 'tsx' : 'jsx'
  let component = 0
  const facts = readTypeScript(
    `component.${dialect === 'tsx' ? 'ts' : 'jsx'}`,
    onlySpans(text, scripts),
    (reader) => {
      component = componentEntity(reader)
      const ast: unknown = descriptor.template?.ast
      reader.within(component, () => rendered(reader, ast as TemplateNode | undefined))
    }
  )
  return {
    ...facts,
    references: facts.references.map((number, at) => (at % 4 === 0 && number === -1 ? component : number)),
  }
}

/** The same text with everything else blanked, so that lines and offsets stay what they are. */
function onlySpans(
  text: string,
  blocks: { loc: { start: { offset: number }; end: { offset: number } } }[]
): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  let result = ''
  let at = 0
  const spans = blocks.map(({ loc }) => [loc.start.offset, loc.end.offset] as const).sort(([a], [b]) => a - b)
  for (const [start, end] of spans) {
    result += blank(text.slice(at, start)) + text.slice(start, end)
    at = end
  }
  return result + blank(text.slice(at))
}

/** What an import of the file gives; an options object that the script exports stands for it already. */
function componentEntity(reader: FileReader): number {
  const { entities, exports } = reader.facts
  const own = entities.findIndex(({ name, owner }) => name === 'default' && owner === -1)
  if (own !== -1) {
    reader.roleOf(own, 'component')
    return own
  }
  const component = reader.add({
    kind: 'variable',
    name: 'default',
    start: 0,
    end: reader.text.length,
    role: 'component',
  })
  if (!exports.some(([name]) => name === 'default')) {
    exports.push(['default', reader.scopes.refer({ start: { known: component }, steps: [] })])
  }
  return component
}

const element = 1

function rendered(reader: FileReader, root: TemplateNode | undefined): void {
  const queue = root ? [root] : []
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === element && node.tag && /[A-Z-]/.test(node.tag)) {
      const name = node.tag.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
      reader.refer('render', { start: { name }, steps: [] }, node.loc.start.offset)
    }
    if (node.children) queue.push(...node.children)
  }
}
