import { Checkboxes, Fieldset, Input, Select } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Issue } from '../../../processes/index.ts'
import { type Code, inTree } from '../../codebook/model.ts'
import { allOf, type FieldProblems, type Fields, oneOf } from '../codings/read-content.ts'
import { excerptKinds, positions } from '../model.ts'
import { words } from '../words.ts'
import { kindNames, usePositionNames } from './said.tsx'

interface Props {
  codes: readonly Code[]
  issues: readonly Issue[]
  fields: Fields
  problems?: FieldProblems | undefined
}

/** Codes by checkboxes, and a position on each issue: the same wherever somebody codes. */
export function ContentFields(props: Props) {
  return (
    <>
      <Codes {...props} />
      <Kind {...props} />
      {props.issues.length > 0 && <Positions {...props} />}
    </>
  )
}

/** Those in use, and such as were chosen before they went out of use. */
function Codes({ codes, fields, problems }: Props) {
  const t = useWords(words)
  const chosen = allOf(fields, 'codes')
  const offered = inTree(codes).filter(({ code }) => !code.ended || chosen.includes(code.id))
  const wrong = problems?.get('codes')
  if (offered.length === 0) return <p>{t('noCodes')}</p>
  return (
    <div data-codes>
      <div data-code-filter hidden>
        <Input name="filter" form="" label={t('filterCodes')} width={20} data-key="c" autocomplete="off" />
      </div>
      <Checkboxes
        name="codes"
        class="govuk-checkboxes--small"
        legend={t('codes')}
        hint={t('codesHint')}
        error={wrong && t(wrong)}
        values={[...chosen]}
        items={offered.map(({ code, path }) => ({
          value: code.id,
          text: <bdi>{path}</bdi>,
          hint: code.definition || undefined,
        }))}
      />
    </div>
  )
}

function Kind({ fields, problems }: Props) {
  const t = useWords(words)
  const wrong = problems?.get('kind')
  return (
    <Select
      name="kind"
      label={t('kind')}
      hint={t('kindHint')}
      error={wrong && t(wrong)}
      value={oneOf(fields, 'kind')}
      options={[
        { value: '', text: t('kindNone') },
        ...excerptKinds.map((value) => ({ value, text: t(kindNames[value]) })),
      ]}
    />
  )
}

function Positions({ issues, fields, problems }: Props) {
  const t = useWords(words)
  const called = usePositionNames()
  const wrong = (field: string) => {
    const key = problems?.get(field)
    return key && t(key)
  }
  return (
    <Fieldset legend={t('positions')}>
      {issues.map(({ id, number, title }) => (
        <div key={id}>
          <Select
            name={`position-${number}`}
            label={t('positionOn', { number, title })}
            error={wrong(`position-${number}`)}
            value={oneOf(fields, `position-${number}`)}
            options={[
              { value: '', text: t('positionNone') },
              ...positions.map((value) => ({ value, text: called(value) })),
            ]}
          />
          <Input
            name={`condition-${number}`}
            label={t('conditionOn', { number })}
            error={wrong(`condition-${number}`)}
            value={oneOf(fields, `condition-${number}`)}
            dir="auto"
          />
        </div>
      ))}
    </Fieldset>
  )
}
