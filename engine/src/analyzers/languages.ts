import type { Family } from './link/program.ts'

const byExtension = new Map<string, string>(
  Object.entries({
    TypeScript: 'ts tsx mts cts',
    JavaScript: 'js jsx mjs cjs',
    Python: 'py pyi',
    PHP: 'php',
    Go: 'go',
    Rust: 'rs',
    Ruby: 'rb',
    Java: 'java',
    Kotlin: 'kt kts',
    Swift: 'swift',
    C: 'c h',
    'C++': 'cc cpp cxx hpp hh',
    'C#': 'cs',
    Shell: 'sh bash zsh',
    SQL: 'sql',
    Prisma: 'prisma',
    HTML: 'html htm',
    CSS: 'css',
    SCSS: 'scss sass',
    Vue: 'vue',
    Svelte: 'svelte',
    Astro: 'astro',
    Edge: 'edge',
    JSON: 'json jsonc json5',
    YAML: 'yml yaml',
    TOML: 'toml',
    Markdown: 'md mdx',
  }).flatMap(([language, extensions]) =>
    extensions.split(' ').map((extension) => [extension, language] as const)
  )
)

/** Languages that hold data or prose rather than a program. */
const notCode = new Set(['JSON', 'YAML', 'TOML', 'Markdown', 'Other'])

/** The language of a path by its extension, or `Other`. */
export function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return (name.includes('.') && byExtension.get(extension)) || 'Other'
}

export function isCode(language: string): boolean {
  return !notCode.has(language)
}

const families: Record<string, Family> = {
  TypeScript: 'javascript',
  JavaScript: 'javascript',
  Vue: 'javascript',
  PHP: 'php',
  Python: 'python',
}

export function familyOf(language: string): Family {
  return families[language] ?? 'other'
}
