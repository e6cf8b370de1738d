import type { Redaction } from '../../../moderation/index.ts'
import { useReasonNames } from '../../../moderation/index.ts'
import { Button, Table } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'
import { usePlace } from './place.ts'
import { type RedactionPageProps, redactionAddress } from './redaction-page-props.ts'

type Props = Pick<RedactionPageProps, 'redacting'>

function useMarked({ whole, texts }: Props['redacting']) {
  const t = useWords(words)
  const place = usePlace(whole)
  const fileKey = (id: string) => {
    const file = whole.attachments.find(({ sent }) => sent.id === id)
    return `attachment-${(file?.sent.position ?? 0) + 1}`
  }
  return ({ of, stretch }: Redaction) => {
    const text = stretch && texts.find(({ version }) => version === stretch.version)
    if (!stretch || !text) return { what: t('wholeFile'), where: place(fileKey(of.id)) }
    const cut = text.text.slice(stretch.start, stretch.end)
    return { what: cut.length > 90 ? `${cut.slice(0, 80)}…` : cut, where: place(text.key) }
  }
}

/** What is marked, each with the button that takes the mark away. */
export function Marks({ redacting }: Props) {
  const t = useWords(words)
  const marked = useMarked(redacting)
  const { redactions, whole } = redacting
  const address = `${redactionAddress(whole.comment.number)}/marks`
  const called = useReasonNames()
  const name = (code: string) => called(whole.reasons.find((reason) => reason.code === code)?.name ?? code)
  if (redactions.length === 0) return <p>{t('noMarks')}</p>
  return (
    <Table
      caption={t('marks')}
      class="parley-cards"
      head={[t('markedWords'), t('markedWhere'), t('markedWhy'), t('takeAway')].map((text) => ({ text }))}
      rows={redactions.map((mark, at) => [
        { text: marked(mark).what },
        { text: marked(mark).where },
        { text: name(mark.reason) },
        {
          text: (
            <form method="post" action={`${address}/${mark.id}/remove`}>
              <Button kind="secondary">
                {t('takeAway')}{' '}
                <span class="govuk-visually-hidden">{t('takeAwayWhat', { number: at + 1 })}</span>
              </Button>
            </form>
          ),
        },
      ])}
    />
  )
}
