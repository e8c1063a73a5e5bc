import { Head } from '@inertiajs/react'
import { Button } from '~/components/button'
import { ErrorPanel } from '~/components/error_panel'

export default function ServerError({ requestId }: { requestId: string | null }) {
  return (
    <>
      <Head title="Error" />
      <div className="mx-auto max-w-xl py-16">
        <ErrorPanel
          wholePage
          what="The page could not be made"
          why="Something failed on the server. Runs that are under way go on; what was stored is kept."
          todo={
            requestId
              ? 'Load the page again. If it fails again, look for the request id in the log of the web process.'
              : 'Load the page again. If it fails again, look into the log of the web process.'
          }
          id={requestId ?? undefined}
          idLabel="Request id"
          actions={
            <Button variant="primary" onClick={() => window.location.reload()}>
              Load again
            </Button>
          }
        />
      </div>
    </>
  )
}
