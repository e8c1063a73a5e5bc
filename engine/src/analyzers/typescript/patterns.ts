import type { Node } from 'oxc-parser'
import type { Unbound } from '../facts/scopes.ts'
import { keyName } from './syntax.ts'
import { then } from './values.ts'

export interface BoundName {
  name: string
  value: Unbound | null
  /** The annotation that stands at the name itself. */
  annotation: Node | null
}

/** The names that a pattern binds, each with its part of the value. */
export function* namesIn(pattern: Node, value: Unbound | null): Iterable<BoundName> {
  switch (pattern.type) {
    case 'Identifier':
      yield { name: pattern.name, value, annotation: annotationOf(pattern) }
      return
    case 'TSParameterProperty':
      yield* namesIn(pattern.parameter, value)
      return
    case 'AssignmentPattern':
      yield* namesIn(pattern.left, value)
      return
    case 'RestElement':
      yield* namesIn(pattern.argument, null)
      return
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') yield* namesIn(property, null)
        else {
          const key = keyName(property.key, property.computed)
          yield* namesIn(property.value, key === null ? null : then(value, key))
        }
      }
      return
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) yield* namesIn(element, null)
  }
}

/** What a pattern holds besides names: default values, computed keys, annotations. */
export function* insidePattern(pattern: Node): Iterable<Node> {
  const annotation = annotationOf(pattern)
  if (annotation) yield annotation
  switch (pattern.type) {
    case 'TSParameterProperty':
      yield* insidePattern(pattern.parameter)
      return
    case 'AssignmentPattern':
      yield* insidePattern(pattern.left)
      yield pattern.right
      return
    case 'RestElement':
      yield* insidePattern(pattern.argument)
      return
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') yield* insidePattern(property)
        else {
          if (property.computed) yield property.key
          yield* insidePattern(property.value)
        }
      }
      return
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element) yield* insidePattern(element)
  }
}

export function annotationOf(pattern: Node): Node | null {
  if (pattern.type === 'TSParameterProperty') return annotationOf(pattern.parameter)
  if (pattern.type === 'AssignmentPattern') return annotationOf(pattern.left)
  return 'typeAnnotation' in pattern ? ((pattern.typeAnnotation as Node | null | undefined) ?? null) : null
}
