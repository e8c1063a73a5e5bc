import { Clause, LegalText } from '~/features/accounts/legal_text'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ version: string; contact: string | null }>

export default function PrivacyNotice({ version, contact }: Props) {
  return (
    <LegalText title="Privacy notice" version={version} contact={contact}>
      <Clause title="Who is responsible">
        <p>Whoever runs this installation of AgentOps.</p>
      </Clause>
      <Clause title="What is kept">
        <p>
          Your name, email address, picture if you set one, how you sign in (passwords only as a hash), where
          you are signed in (device and network address), and which terms you accepted when. What you did in
          your teams: tasks, messages, workflows with their results, and an audit trail that nobody can
          change.
        </p>
        <p>
          For each team its projects: copies of their repositories while they are worked on, maps of the code,
          tokens for git hosts and models, encrypted.
        </p>
      </Clause>
      <Clause title="Who else sees it">
        <p>
          The git host of a project, when its repository is read and when branches are pushed. The model
          providers that your team or this installation has set up, for the parts of the code that a task
          needs; a team can restrict that under Settings, Models. Stripe, where plans are sold. The mail
          server that mails go through. Nobody else: there is no advertising and no analytics.
        </p>
      </Clause>
      <Clause title="Cookies">
        <p>
          One that keeps you signed in, one that protects forms from other sites, and one that remembers light
          or dark. None of them follows you anywhere, so there is no banner.
        </p>
      </Clause>
      <Clause title="How long">
        <p>
          As long as your account or the team exists, or as the team's plan says for the history of workflows.
          A deleted account or team can be brought back for some days, which the page of the deletion names;
          then it is gone, with tokens, copies of repositories and the webhooks at git hosts. Trails of teams
          you were in keep what was done, without your name.
        </p>
      </Clause>
      <Clause title="What you can do">
        <p>
          See and change your data under Settings, take all of it with you as an archive, and have it deleted.
          You can also complain to the data protection authority where you live.
        </p>
      </Clause>
    </LegalText>
  )
}
