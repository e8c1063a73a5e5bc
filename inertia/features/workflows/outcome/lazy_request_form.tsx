import { type ComponentProps, lazy, Suspense } from 'react'

const Form = lazy(() => import('./request_form'))

/** Fetched when somebody asks for it: few who read a workflow send its change back. */
export const RequestForm = (props: ComponentProps<typeof Form>) => (
  <Suspense fallback={<p role="status">Opening…</p>}>
    <Form {...props} />
  </Suspense>
)
