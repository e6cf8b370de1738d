import { type Reason, useReasonNames } from '../../moderation/index.ts'
import { Button, ButtonLink, Document, ErrorSummary, Input, Select } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import type { ErasingRefusal, Toll } from '../model.ts'
import { words } from '../words.ts'
import { TollList } from './toll-list.tsx'

export interface EraseProps {
  what: string
  /** What was found, and what of it goes; nothing before anybody asked. */
  found?:
    | {
        called: string
        person: string | undefined
        numbers: readonly string[]
        toll: readonly [keyof Toll, number][]
        unfinished: number
      }
    | undefined
  reasons: readonly Reason[]
  draft: { reason?: string; confirm?: string }
  wrong: ReadonlySet<'what' | 'reason' | 'confirm' | ErasingRefusal>
}

const LISTED = 50

/** What is wrong, in the order of the page, each with the field in which it is mended. */
function useProblems({ wrong, found }: EraseProps) {
  const t = useWords(words)
  const called = found?.called ?? ''
  const all = [
    ['what', '#what', t('notFound')],
    ['reason', '#reason', t('reasonProblem')],
    ['confirm', '#confirm', t('confirmProblem', { called })],
    ['last-administrator', '#confirm', t('last-administrator')],
    ['ledger-not-written', '#confirm', t('ledger-not-written')],
  ] as const
  const told = all.filter(([name]) => wrong.has(name))
  return {
    problems: told.map(([, href, text]) => ({ href, text })),
    at: (field: string) => told.find(([, href]) => href === `#${field}`)?.[2],
  }
}

export function ErasePage(props: EraseProps) {
  const t = useWords(words)
  const { what, found } = props
  const { problems, at } = useProblems(props)
  return (
    <Document
      title={t('title')}
      problems={problems.length > 0}
      back={{ href: '/administration', text: t('back') }}
      unlisted
    >
      {problems.length > 0 && <ErrorSummary problems={problems} />}
      <h1>{t('title')}</h1>
      <p class="govuk-body">{t('intro')}</p>
      <form method="post" action="/erase/preview" noValidate>
        <Input
          name="what"
          label={t('what')}
          hint={t('whatHint')}
          value={what}
          autocomplete="off"
          error={at('what')}
        />
        <Button kind="secondary">{t('look')}</Button>
      </form>
      {found && <Confirm {...props} {...{ found, at }} />}
    </Document>
  )
}

type ConfirmProps = EraseProps & {
  found: NonNullable<EraseProps['found']>
  at: (field: string) => string | undefined
}

function Confirm({ what, found, reasons, draft, at }: ConfirmProps) {
  const t = useWords(words)
  const nameOf = useReasonNames()
  const { called, toll, unfinished } = found
  return (
    <>
      <h2 class="govuk-heading-m">{t('goes')}</h2>
      <TollList toll={toll} />
      <Links {...found} />
      {unfinished > 0 && <p class="govuk-inset-text">{t('unfinished', { count: unfinished })}</p>}
      <h2 class="govuk-heading-m">{t('stays')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('staysComment')}</li>
        <li>{t('staysLog')}</li>
        <li>{t('staysActs')}</li>
        <li>{t('staysOthers')}</li>
      </ul>
      <form method="post" action="/erase" noValidate>
        <input type="hidden" name="what" value={what} />
        <Select
          name="reason"
          label={t('reason')}
          value={draft.reason}
          error={at('reason')}
          options={[
            { value: '', text: '–' },
            ...reasons.map(({ code, name }) => ({ value: code, text: nameOf(name) })),
          ]}
        />
        <Input
          name="confirm"
          label={t('confirm', { called })}
          value={draft.confirm}
          autocomplete="off"
          error={at('confirm')}
        />
        <div class="govuk-button-group">
          <Button kind="warning">{t('erase')}</Button>
          <ButtonLink kind="secondary" href="/administration">
            {t('cancel')}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}

/** Where to look at what would go, before it does. */
function Links({ person, numbers }: ConfirmProps['found']) {
  const t = useWords(words)
  const more = numbers.length - LISTED
  if (person === undefined && numbers.length === 0) return null
  return (
    <ul class="govuk-list">
      {person !== undefined && (
        <li>
          <a class="govuk-link" href={`/people/${person}`}>
            {t('seePerson')}
          </a>
        </li>
      )}
      {numbers.slice(0, LISTED).map((number) => (
        <li key={number}>
          <a class="govuk-link" href={`/comments/${number}`}>
            {number}
          </a>
        </li>
      ))}
      {more > 0 && <li>{t('seeMore', { count: more })}</li>}
    </ul>
  )
}
