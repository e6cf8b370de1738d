import { Button, Document, Input } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { FormProblems, noneWrong, sentencesFor, type WrongFields } from '../../form-problems.tsx'
import { type DeclaredInterest, LONGEST_INTEREST } from '../../interests/model.ts'
import type { ListedRepresentation } from '../../organisations/model.ts'
import { RepresentationsTable } from '../../organisations/pages/representations-table.tsx'
import type { Passkey } from '../../passkeys/model.ts'
import { Passkeys } from '../../passkeys/pages/passkeys.tsx'
import type { HeldRole, Person } from '../../people/model.ts'
import { roleWords } from '../../people/words.ts'
import type { Session, SessionId } from '../../sign-in/model.ts'
import { type InterestForm, NAME_LENGTH } from '../../sign-in/schemas.ts'
import { words } from '../words.ts'
import { Interests } from './interests.tsx'
import { Naming } from './naming.tsx'
import { SessionsTable } from './sessions-table.tsx'

export interface MePageProps {
  person: Person
  name?: string | undefined
  wrong?: WrongFields
  roles: readonly HeldRole[]
  representations: readonly ListedRepresentation[]
  interests: readonly DeclaredInterest[]
  interest?: Partial<InterestForm>
  sessions: readonly Session[]
  passkeys: readonly Passkey[]
  thisSession: SessionId | undefined
  processes: ReadonlyMap<string, string>
  now: Instant
}

export function MePage({ person, name, wrong = noneWrong, ...has }: MePageProps) {
  const t = useWords(words)
  const sentences = {
    name: t('nameProblem', { limit: NAME_LENGTH }),
    kind: t('interestKindProblem'),
    words: t('interestProblem', { limit: LONGEST_INTEREST }),
  }
  const errors = sentencesFor(sentences, wrong)
  return (
    <Document title={person.name} problems={wrong.size > 0} wide unlisted>
      <FormProblems errors={errors} wrong={wrong} />
      <h1>{person.name}</h1>
      <p class="govuk-body">{person.email}</p>
      <Roles {...has} />
      <h2 class="govuk-heading-m">{t('speaksFor')}</h2>
      {has.representations.length === 0 ? (
        <p class="govuk-body">{t('speaksForNobody')}</p>
      ) : (
        <RepresentationsTable representations={has.representations} show="organisation" now={has.now} />
      )}
      <Naming representations={has.representations} />
      <Interests interests={has.interests} draft={has.interest} errors={errors} />
      <h2 class="govuk-heading-m">{t('nameTitle')}</h2>
      <form method="post" action="/me/name" noValidate>
        <Input
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          value={name ?? person.name}
          error={errors.name}
          autocomplete="name"
          width={30}
        />
        <Button kind="secondary">{t('saveName')}</Button>
      </form>
      <Passkeys passkeys={has.passkeys} />
      <h2 class="govuk-heading-m">{t('sessions')}</h2>
      <SessionsTable sessions={has.sessions} thisSession={has.thisSession} />
      <SignOut />
    </Document>
  )
}

function Roles({ roles, processes }: Pick<MePageProps, 'roles' | 'processes'>) {
  const t = useWords(words)
  const called = useWords(roleWords)
  return (
    <>
      <h2 class="govuk-heading-m">{t('roles')}</h2>
      {roles.length === 0 && <p class="govuk-body">{t('noRoles')}</p>}
      {roles.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {roles.map(({ role, process }) => (
            <li key={`${role} ${process}`}>
              {called(role)},{' '}
              {process ? t('inProcess', { process: processes.get(process) ?? process }) : t('everywhere')}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function SignOut() {
  const t = useWords(words)
  return (
    <div class="govuk-button-group">
      <form method="post" action="/sign-out">
        <Button>{t('signOut')}</Button>
      </form>
      <form method="post" action="/sign-out-everywhere">
        <Button kind="secondary">{t('signOutEverywhere')}</Button>
      </form>
    </div>
  )
}
