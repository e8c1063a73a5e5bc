import { Banner } from '~/components/banner'
import { Code } from '~/components/code'
import { useSharedProps } from '~/hooks/use_shared_props'

/** Stands over every page for as long as repository code runs unconfined. */
export function SystemBanner() {
  const { system } = useSharedProps()
  if (system.sandbox !== 'none') return null
  return (
    <Banner wide tone="bad" title="The sandbox is off" className="sm:px-6 lg:px-8">
      Code from repositories runs with the rights of the worker itself, because{' '}
      <Code>SANDBOX_DRIVER=none</Code> is set. Unset it and start again to run tests confined.
    </Banner>
  )
}
