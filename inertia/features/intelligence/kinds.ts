import {
  Box,
  Braces,
  CircleDashed,
  Code2,
  Component,
  File,
  Folder,
  Layers,
  List,
  type LucideIcon,
  Route,
  SquareFunction,
  Table2,
  Tag,
  TestTube,
  Variable,
} from 'lucide-react'
import type { ShadedNode } from './server_types'

type Kind = ShadedNode['kind']

/** How each kind of node is drawn and named. */
export const KINDS: Record<Kind, { icon: LucideIcon; word: string }> = {
  layer: { icon: Layers, word: 'Layer' },
  folder: { icon: Folder, word: 'Folder' },
  file: { icon: File, word: 'File' },
  rest: { icon: CircleDashed, word: 'Files' },
  function: { icon: SquareFunction, word: 'Function' },
  class: { icon: Box, word: 'Class' },
  interface: { icon: Braces, word: 'Interface' },
  trait: { icon: Component, word: 'Trait' },
  method: { icon: SquareFunction, word: 'Method' },
  property: { icon: Tag, word: 'Property' },
  variable: { icon: Variable, word: 'Variable' },
  type: { icon: Code2, word: 'Type' },
  enum: { icon: List, word: 'Enum' },
  test: { icon: TestTube, word: 'Test' },
  route: { icon: Route, word: 'Route' },
  table: { icon: Table2, word: 'Table' },
}

export const lookOfKind = (kind: string) => KINDS[kind as Kind] ?? KINDS.file

/** `3 files`, `1 file`. */
export const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`
