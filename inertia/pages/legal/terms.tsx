import { LegalLink } from '~/features/accounts/legal_link'
import { Clause, LegalText } from '~/features/accounts/legal_text'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ version: string; contact: string | null }>

export default function Terms({ version, contact }: Props) {
  return (
    <LegalText title="Terms" version={version} contact={contact}>
      <Clause title="Who this is between">
        <p>
          You, and whoever runs this installation of AgentOps. The makers of the software are no party to it
          unless they run it.
        </p>
      </Clause>
      <Clause title="What you get">
        <p>
          AgentOps works on git repositories that you add: it reads the code, writes changes, runs the
          project's own tests in a sandbox and pushes branches. A run says what was tested and what was not.
          It does not replace your review: what you merge is your decision.
        </p>
      </Clause>
      <Clause title="What you bring">
        <p>
          Add only repositories that you may have changed, and connect only accounts that are yours to use. Do
          not use AgentOps to break into systems, to get around its limits, or to harm others who use it.
        </p>
        <p>Keep your sign-in to yourself. What happens with your account and your tokens counts as yours.</p>
      </Clause>
      <Clause title="What stays yours">
        <p>
          Your code and what is made from it for you. It is used to do what you asked for, and for nothing
          else; the <LegalLink to="privacy">privacy notice</LegalLink> says who sees it on the way.
        </p>
      </Clause>
      <Clause title="Paying">
        <p>
          Where plans are sold, prices and what they include are shown before you buy, payments go through
          Stripe, and a plan can be ended at any time for the end of the period. Nothing else costs anything.
        </p>
      </Clause>
      <Clause title="Ending it">
        <p>
          You can delete your account and your teams at any time under Settings. Whoever runs this
          installation can suspend accounts that break these terms, and tells you so when you sign in.
        </p>
      </Clause>
      <Clause title="Without a promise">
        <p>
          The software comes as it is. Within what the law allows, nobody is liable for changes that you
          merged, or for times at which this installation was not there.
        </p>
      </Clause>
      <Clause title="Changes">
        <p>When these terms change, you are asked once, with the new text, before you go on.</p>
      </Clause>
    </LegalText>
  )
}
