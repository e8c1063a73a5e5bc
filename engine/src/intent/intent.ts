/** Tests for what is named; everything untested when neither a file nor a symbol is. */
export interface TestsIntent {
  recipe: 'characterization_tests'
  file: string | null
  symbol: string | null
}

export interface HealthIntent {
  recipe: 'health_endpoint'
  /** With its leading slash, e.g. `/health`. */
  path: string
}

export interface RenameIntent {
  recipe: 'rename_symbol'
  from: string
  to: string
  file: string | null
}

export interface RemoveUnusedIntent {
  recipe: 'remove_unused'
  imports: boolean
  exports: boolean
  /** A file or folder to stay within; null for the whole repository. */
  within: string | null
}

/** What a sentence asks for, when it asks for exactly one thing a recipe does. */
export type Intent = TestsIntent | HealthIntent | RenameIntent | RemoveUnusedIntent
