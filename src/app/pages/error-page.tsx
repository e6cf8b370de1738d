import { Document, Textarea } from '../../platform/html/index.ts'
import type { ErrorPage, ProblemTitle } from '../../platform/http/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { words } from '../words.ts'

type Props = { kind: Parameters<ErrorPage>[0]; kept: Parameters<ErrorPage>[1] }

/** Says what happened in plain words, and hands back what was written. */
function ErrorPageOf({ kind, kept }: Props) {
  const t = useWords(words)
  return (
    <Document title={t(kind)} unlisted>
      <h1>{t(kind)}</h1>
      <p class="govuk-body-l">{t(`${kind}Text`)}</p>
      {kept.length > 0 && <KeptWords kept={kept} />}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {t('home')}
        </a>
      </p>
    </Document>
  )
}

function KeptWords({ kept }: Pick<Props, 'kept'>) {
  const t = useWords(words)
  return (
    <>
      <h2 class="govuk-heading-m">{t('kept')}</h2>
      <p class="govuk-body">{t('keptText')}</p>
      {kept.map(([name, text], at) => (
        <Textarea
          key={`${name}-${at}`}
          name={name}
          id={`kept-${at}`}
          label={name}
          value={text}
          rows={text.length > 200 ? 12 : 2}
          readOnly
        />
      ))}
    </>
  )
}

const SECRETS = new Set(['code', 'key', 'resume', 'idempotencyKey', 'to'])

/** Fields that no person wrote are not handed back. */
export const errorPage: ErrorPage = (kind, kept) => (
  <ErrorPageOf kind={kind} kept={kept.filter(([name]) => !SECRETS.has(name))} />
)

export const problemTitle: ProblemTitle = (kind, locale) => words.in(locale)(`problem-${kind}`)
