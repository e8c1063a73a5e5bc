import { createContext, useContext } from 'react'

export interface FieldWiring {
  id: string
  describedBy: string | undefined
  invalid: boolean
  required: boolean
}

export const FieldContext = createContext<FieldWiring | null>(null)

interface OwnWiring {
  id?: string | undefined
  'aria-describedby'?: string | undefined
}

/** The attributes that tie a control to the label, hint and error of the Field around it; its own ones win. */
export function useField(own: OwnWiring) {
  const field = useContext(FieldContext)
  return {
    id: own.id ?? field?.id,
    'aria-describedby': own['aria-describedby'] ?? field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
    'aria-required': field?.required || undefined,
  }
}
