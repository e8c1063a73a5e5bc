import { Head } from '@inertiajs/react'
import type { ReactNode } from 'react'
import { Code, CodeBlock } from '~/components/code'
import { LinkButton } from '~/components/link_button'
import { useSharedProps } from '~/hooks/use_shared_props'
import { HowARunGoes } from '~/layouts/landing/how_a_run_goes'
import { Recipes } from '~/layouts/landing/recipes'

export default function Home() {
  const { user } = useSharedProps()
  return (
    <>
      <Head title="Write a task, get tested code on a branch" />
      <section className="pt-12 pb-10 sm:pt-20">
        <h1 className="max-w-2xl text-2xl font-semibold text-balance sm:text-3xl">
          Write a task. Get tested code on a branch.
        </h1>
        <p className="prose-measure mt-4 text-lg text-pretty text-muted">
          AgentOps takes a git repository and a task in plain words, changes the code, runs the project's own
          tests in a sandbox, and pushes a branch. Every step can be watched while it runs and read
          afterwards.
        </p>
        <div className="mt-6 flex flex-wrap gap-3">
          {user ? (
            <LinkButton size="lg" variant="primary" href="/dashboard">
              Open the dashboard
            </LinkButton>
          ) : (
            <>
              <LinkButton size="lg" variant="primary" href="/signup">
                Create an account
              </LinkButton>
              <LinkButton size="lg" href="/login">
                Sign in
              </LinkButton>
            </>
          )}
        </div>
      </section>

      <HowARunGoes />

      <div className="grid gap-10 py-12 lg:grid-cols-3">
        <Point title="Proof before claims">
          <p>
            A run is called verified only when a stored verdict says so: the command that was run, its exit
            code, the tests that passed, failed or were skipped, and the coverage before and after where the
            project measures it. Anything else is named for what it is: unverified, refused, stuck, over
            budget or failed.
          </p>
        </Point>
        <Point title="Works without any key">
          <Recipes />
        </Point>
        <Point title="Yours, with one command">
          <p>
            A fresh clone needs Node 20 or newer, npm and git. PostgreSQL comes along. Code from repositories
            runs only in the sandbox: no network, no secrets, bounded memory and time.
          </p>
          <CodeBlock command label="Start command">
            npm start
          </CodeBlock>
          <p>
            Set <Code>DATABASE_URL</Code> and <Code>REDIS_URL</Code>, and the same code runs on as many
            machines as you like.
          </p>
        </Point>
      </div>
    </>
  )
}

function Point({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="text-lg font-semibold">{title}</h2>
      <div className="mt-2 grid gap-3 text-pretty text-muted">{children}</div>
    </section>
  )
}
