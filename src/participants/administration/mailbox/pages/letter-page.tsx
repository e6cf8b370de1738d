import { Document, Time } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { Mail } from '../../../../platform/mail/index.ts'
import { words } from '../../words.ts'

/** The letter as it would have gone out; links to this installation can be followed. */
export function LetterPage({ letter, origin }: { letter: Mail; origin: string }) {
  const t = useWords(words)
  return (
    <Document title={letter.subject} back={{ href: '/mailbox' }} unlisted>
      <h1>{letter.subject}</h1>
      <p class="govuk-body">
        {t.rich('letterTo', { recipient: letter.recipient, time: <Time at={letter.queued_at} /> })}
      </p>
      <pre class="parley-letter">
        {letter.body.split(/(https?:\/\/\S+)/).map((piece) =>
          piece.startsWith(`${origin}/`) ? (
            <a key={piece} class="govuk-link" href={piece}>
              {piece}
            </a>
          ) : (
            piece
          ),
        )}
      </pre>
      {letter.attachments.map(({ name, text }) => (
        <section key={name}>
          <h2 class="govuk-heading-m">{name}</h2>
          <pre class="parley-letter">{text}</pre>
        </section>
      ))}
    </Document>
  )
}
