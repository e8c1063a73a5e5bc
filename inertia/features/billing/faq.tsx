interface FaqProps {
  graceDays: number
}

const answers = ({ graceDays }: FaqProps): [question: string, answer: string][] => [
  [
    'What happens when a limit is reached?',
    'Nothing that runs is cut. The next start is refused with a sentence that says which limit it was, when it resets, and what lifts it.',
  ],
  [
    'What is model usage?',
    'Some tasks need a language model. Each plan includes an amount a month. Beyond it nothing is spent unless you set a spend cap; then it costs what the models cost. With model keys of your own you are never charged for tokens.',
  ],
  [
    'Can I change or cancel at any time?',
    'Yes. A change is charged or credited to the day, and you see the amount before you agree. A cancelled plan works until the end of what is paid; your projects and their history stay.',
  ],
  [
    'What if a payment fails?',
    `You get a mail and ${graceDays} days in which everything goes on. After that the team can read but start nothing, and later it goes back to Free. Once it is paid, everything works again at once.`,
  ],
  [
    'Do I need to pay to run it myself?',
    'No. An installation of your own has no limits but those its operator sets, and needs no account at Stripe.',
  ],
]

export function Faq(props: FaqProps) {
  return (
    <section aria-labelledby="faq" className="py-10">
      <h2 id="faq" className="text-xl font-semibold">
        Questions
      </h2>
      <dl className="mt-4 grid gap-x-10 gap-y-6 md:grid-cols-2">
        {answers(props).map(([question, answer]) => (
          <div key={question}>
            <dt className="font-medium">{question}</dt>
            <dd className="mt-1 text-pretty text-muted">{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
