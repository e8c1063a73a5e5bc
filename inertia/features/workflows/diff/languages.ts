const BY_EXTENSION: Record<string, string> = {
  ts: 'typescript',
  tsx: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  js: 'javascript',
  jsx: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  json: 'json',
  css: 'css',
  html: 'xml',
  htm: 'xml',
  xml: 'xml',
  svg: 'xml',
  vue: 'xml',
  edge: 'xml',
  md: 'markdown',
  markdown: 'markdown',
  yml: 'yaml',
  yaml: 'yaml',
  py: 'python',
  php: 'php',
  go: 'go',
  rs: 'rust',
}

/** The highlighter's name for a file's language; null when it is not among those it knows. */
export const languageOf = (path: string): string | null =>
  BY_EXTENSION[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? null
