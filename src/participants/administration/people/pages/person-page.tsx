import { Button, Document, Select, Table } from '../../../../platform/html/index.ts'
import { useWords } from '../../../../platform/i18n/index.ts'
import type { Instant } from '../../../../platform/time.ts'
import { FormProblems, noneWrong, sentencesFor, type WrongFields } from '../../../form-problems.tsx'
import type { ListedRepresentation } from '../../../organisations/model.ts'
import { RepresentationsTable } from '../../../organisations/pages/representations-table.tsx'
import { givenRoles, type HeldRole, type Person } from '../../../people/model.ts'
import { roleWords } from '../../../people/words.ts'
import type { RoleForm } from '../../schemas.ts'
import { words } from '../../words.ts'
import { usePlace } from './role-name.ts'

export interface PersonPageProps {
  person: Person
  roles: readonly HeldRole[]
  representations: readonly ListedRepresentation[]
  processes: ReadonlyMap<string, string>
  now: Instant
  draft?: Partial<RoleForm>
  wrong?: WrongFields
  refused?: 'held-already' | 'last-administrator' | undefined
}

export function PersonPage({ person, roles, representations, draft = {}, ...more }: PersonPageProps) {
  const { processes, now, wrong = noneWrong, refused } = more
  const t = useWords(words)
  const errors = {
    ...sentencesFor({ role: t('roleProblem'), process: t('processProblem') }, wrong),
    ...(refused === 'held-already' && { role: t('roleHeld', { name: person.name }) }),
  }
  const last = refused === 'last-administrator' ? { roles: t('lastAdministrator') } : {}
  const told = refused ? new Set(Object.keys({ ...errors, ...last })) : wrong
  return (
    <Document title={person.name} problems={told.size > 0} back={{ href: '/people' }} wide unlisted>
      <FormProblems errors={{ ...errors, ...last }} wrong={told} />
      <h1>{person.name}</h1>
      <p class="govuk-body">{person.email}</p>
      <h2 class="govuk-heading-m" id="roles">
        {t('roles')}
      </h2>
      {roles.length === 0 ? (
        <p class="govuk-body">{t('noRoles')}</p>
      ) : (
        <RolesTable person={person} roles={roles} processes={processes} />
      )}
      <h2 class="govuk-heading-m">{t('giveRole')}</h2>
      <GiveRole person={person} processes={processes} draft={draft} errors={errors} />
      <h2 class="govuk-heading-m">{t('speaksFor')}</h2>
      {representations.length === 0 ? (
        <p class="govuk-body">{t('speaksForNobody')}</p>
      ) : (
        <RepresentationsTable representations={representations} show="organisation" now={now} />
      )}
    </Document>
  )
}

function RolesTable({ person, roles, processes }: Pick<PersonPageProps, 'person' | 'roles' | 'processes'>) {
  const t = useWords(words)
  const placeOf = usePlace(processes)
  const called = useWords(roleWords)
  return (
    <Table
      class="parley-cards"
      head={[t('role'), t('where'), t('act')].map((text) => ({ text }))}
      rowHeaders
      rows={roles.map((held) => [
        { text: called(held.role) },
        { text: placeOf(held) },
        { text: <TakeRole person={person} held={held} place={placeOf(held)} /> },
      ])}
    />
  )
}

function TakeRole({ person, held, place }: { person: Person; held: HeldRole; place: string }) {
  const t = useWords(words)
  const called = useWords(roleWords)
  const aside = (text: preact.ComponentChildren) => <span class="govuk-visually-hidden">{text}</span>
  return (
    <form method="post" action={`/people/${person.id}/roles/take`}>
      <input type="hidden" name="role" value={held.role} />
      <input type="hidden" name="process" value={held.process ?? ''} />
      <Button kind="secondary">{t.rich('takeRole', { aside, role: called(held.role), place })}</Button>
    </form>
  )
}

interface GiveRoleProps {
  person: Person
  processes: ReadonlyMap<string, string>
  draft: Partial<RoleForm>
  errors: { role?: string; process?: string }
}

function GiveRole({ person, processes, draft, errors }: GiveRoleProps) {
  const t = useWords(words)
  const called = useWords(roleWords)
  const { process } = draft
  const named = process && !processes.has(process) ? new Map([...processes, [process, process]]) : processes
  return (
    <form method="post" action={`/people/${person.id}/roles`} noValidate>
      <Select
        name="role"
        label={t('role')}
        hint={t('roleHint')}
        value={draft.role}
        error={errors.role}
        options={[
          { value: '', text: t('choose') },
          ...givenRoles.map((role) => ({ value: role, text: called(role) })),
        ]}
      />
      <Select
        name="process"
        label={t('processLabel')}
        hint={t('processHint')}
        value={process}
        error={errors.process}
        options={[
          { value: '', text: t('inEveryProcess') },
          ...[...named].map(([id, name]) => ({ value: id, text: name })),
        ]}
      />
      <Button>{t('giveRoleButton')}</Button>
    </form>
  )
}
