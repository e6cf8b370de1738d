import { type StakeholderGroup, useGroupNames } from '../../../participants/index.ts'
import { Button, Caption, Checkboxes, Document, Radios } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { deliberationAddress } from '../../deliberations/model.ts'
import type { Participant } from '../model.ts'
import { words } from '../words.ts'
import type { Here } from './props.ts'

interface Props extends Here {
  participant: Participant
  groups: readonly StakeholderGroup[]
}

/** Asked once, and never needed: which group somebody belongs to, and what they know. */
export function AboutPage({ deliberation, process, now, participant, groups }: Props) {
  const t = useWords(words)
  const nameOf = useGroupNames()
  const here = deliberationAddress(process.slug, deliberation.number)
  return (
    <Document
      title={t('aboutTitle')}
      process={useProcessBand(process, now)}
      back={{ href: `${here}/vote` }}
      unlisted
    >
      <Caption>{deliberation.title}</Caption>
      <h1>{t('aboutTitle')}</h1>
      <p>{t('aboutIntro')}</p>
      <form method="post" action={`${here}/about-you`} noValidate>
        <Radios
          name="group"
          legend={t('group')}
          hint={t('groupHint')}
          optional
          value={participant.group ?? ''}
          items={[
            ...groups.map(({ slug, name }) => ({ value: slug, text: nameOf(name) })),
            { value: '', text: t('noGroup') },
          ]}
        />
        {process.issues.length > 0 && (
          <Checkboxes
            name="issues"
            legend={t('expertise')}
            hint={t('expertiseHint')}
            optional
            values={process.issues
              .filter(({ id }) => participant.issues.includes(id))
              .map(({ number }) => String(number))}
            items={process.issues.map(({ number, title }) => ({
              value: String(number),
              text: `${number}. ${title}`,
            }))}
          />
        )}
        <Button>{t('saveAbout')}</Button>
      </form>
    </Document>
  )
}
