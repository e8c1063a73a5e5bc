import { parser } from '@lezer/python'
import type { FileFacts } from '../facts/facts.ts'
import { FileReader } from '../facts/file_reader.ts'
import { Walker } from './walker.ts'

/** The facts of a Python file. The parser mends what it cannot read, so a broken file gives what is left of it. */
export function readPython(_name: string, text: string): FileFacts {
  const reader = new FileReader(text)
  const walker = new Walker(reader)
  walker.visit(parser.parse(text).topNode)
  const facts = reader.done()
  // Every name can be imported; those with an underscore in front are not meant to be.
  const isPrivate = (name: string) => name.split('.').some((part) => /^_[^_]/.test(part))
  return {
    ...facts,
    entities: facts.entities.map((entity) => ({
      ...entity,
      exported: entity.exported && !isPrivate(entity.name),
    })),
  }
}
