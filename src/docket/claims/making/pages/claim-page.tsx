import {
  Button,
  Caption,
  CharacterCount,
  Document,
  ErrorSummary,
  Input,
  Radios,
  Textarea,
} from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import { whoses } from '../../model.ts'
import { words } from '../../words.ts'
import { type ClaimForm, type ClaimProblems, emptyForm, LONGEST_WORDS, MOST_NUMBERS } from '../check-claim.ts'

interface Props {
  number: string
  title: string
  /** Where letters reach the office; none where no mail server is set. */
  contact: string | undefined
  form?: ClaimForm
  problems?: ClaimProblems | undefined
  tooMany?: boolean
}

type Errors = Partial<Record<keyof ClaimForm, string>>

export function ClaimPage({ number, title, contact, form = emptyForm, problems, tooMany }: Props) {
  const t = useWords(words)
  const found = [...(problems ?? [])].map(([field, { key, values }]) => [field, t(key, values)] as const)
  const errors: Errors = Object.fromEntries(found)
  const all = found.map(([field, text]) => ({ href: `#${field}`, text }))
  if (tooMany) all.push({ href: '#email', text: t('claimTooMany') })
  return (
    <Document
      title={t('claimTitle', { number })}
      problems={all.length > 0}
      back={{ href: `/comments/${number}`, text: t('backToComment', { number }) }}
      unlisted
    >
      {all.length > 0 && <ErrorSummary problems={all} />}
      <Caption>{title}</Caption>
      <h1>{t('claimTitle', { number })}</h1>
      <p class="govuk-body-l">{t('claimIntro')}</p>
      <p class="govuk-body">{t('claimPrivate')}</p>
      <Fields number={number} form={form} errors={errors} />
      <h2>{t('byMail')}</h2>
      <p class="govuk-body">{contact ? t('byMailTo', { contact, number }) : t('byMailNone', { number })}</p>
    </Document>
  )
}

function Fields({ number, form, errors }: { number: string; form: ClaimForm; errors: Errors }) {
  const t = useWords(words)
  return (
    <form method="post" action={`/comments/${number}/claim`} noValidate>
      <Input name="name" label={t('name')} value={form.name} error={errors.name} autocomplete="name" />
      <Input
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        value={form.email}
        error={errors.email}
        autocomplete="email"
        spellcheck={false}
      />
      <Radios
        name="whose"
        legend={t('whose')}
        value={form.whose}
        error={errors.whose}
        items={whoses.map((value) => ({ value, text: t(`whose-${value}`) }))}
      />
      <CharacterCount
        name="words"
        label={t('words')}
        hint={t('wordsHint')}
        limit={LONGEST_WORDS}
        rows={8}
        value={form.words}
        error={errors.words}
      />
      <Textarea
        name="numbers"
        label={t('numbers')}
        hint={t('numbersHint', { limit: MOST_NUMBERS })}
        rows={3}
        value={form.numbers}
        error={errors.numbers}
        spellcheck={false}
        optional
      />
      <Button>{t('claimButton')}</Button>
    </form>
  )
}

export function ClaimMadePage({
  number,
  email,
  mailbox,
}: {
  number: string
  email: string
  mailbox: boolean
}) {
  const t = useWords(words)
  const b = (text: preact.ComponentChildren) => <strong>{text}</strong>
  return (
    <Document
      title={t('madeTitle')}
      back={{ href: `/comments/${number}`, text: t('backToComment', { number }) }}
      unlisted
    >
      <h1>{t('madeTitle')}</h1>
      <p class="govuk-body-l">{t.rich('madeText', { b, email })}</p>
      <p class="govuk-body">{t('madeNext')}</p>
      {mailbox && <p class="govuk-body">{t('mailbox')}</p>}
    </Document>
  )
}
