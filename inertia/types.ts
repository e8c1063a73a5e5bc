import type { JSONDataTypes } from '@adonisjs/core/types/transformers'
import type { Data } from '@generated/data'
import type { PropsWithChildren } from 'react'

export type InertiaProps<T extends JSONDataTypes = Record<never, never>> = PropsWithChildren<
  Data.SharedProps & T
>

declare module '@inertiajs/core' {
  interface InertiaConfig {
    sharedPageProps: Data.SharedProps
  }
}
