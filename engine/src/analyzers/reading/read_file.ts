import { readPrismaFile } from '../database/prisma.ts'
import { readSqlFile } from '../database/read_sql.ts'
import { type FileFacts, noFacts } from '../facts/facts.ts'
import { isCode, languageOf } from '../languages.ts'
import { Lines } from '../lines.ts'
import { readPhp } from '../php/read.ts'
import { readPython } from '../python/read.ts'
import { setAsideByText } from '../set_aside.ts'
import { readTypeScript } from '../typescript/read.ts'
import { readVue } from '../typescript/vue.ts'

type Reader = (path: string, text: string) => FileFacts

const readers: Record<string, Reader> = {
  TypeScript: readTypeScript,
  JavaScript: readTypeScript,
  Vue: readVue,
  PHP: readPhp,
  Python: readPython,
  SQL: readSqlFile,
  Prisma: readPrismaFile,
}

/** Whether entities are read of this language. */
export function isRead(language: string): boolean {
  return language in readers
}

/**
 * The facts of one file. They depend on its text and on its path's ending alone. Never throws because
 * of what is in the text, though a parser in native code may end the process.
 */
export function readFacts(path: string, text: string): FileFacts {
  const language = languageOf(path)
  const read = readers[language]
  if (!read) {
    const skipped = isCode(language) ? `symbols of ${language} are not read yet` : null
    return noFacts(new Lines(text).count, skipped)
  }
  const aside = setAsideByText(text)
  if (aside) return noFacts(new Lines(text).count, aside)
  try {
    return read(path, text)
  } catch (error) {
    // Walking a tree that is nested too deeply ends in a RangeError, which says nothing against the engine.
    if (error instanceof RangeError) return noFacts(new Lines(text).count, 'the parser broke on this file')
    throw error
  }
}
