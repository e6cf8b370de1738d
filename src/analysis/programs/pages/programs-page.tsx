import { Caption, Document } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { words } from '../words.ts'
import { OneProgram } from './one-program.tsx'
import type { ProgramsProps } from './programs-props.ts'

/** Which programs read the posted comments of a request: for everybody to see, for analysts to switch. */
export function ProgramsPage(props: ProgramsProps) {
  const t = useWords(words)
  const { request, process, now, standings, onBench } = props
  return (
    <Document
      title={t('programs')}
      process={useProcessBand(process, now, request)}
      back={
        onBench
          ? { href: `/requests/${request.docket}/coding`, text: t('backToCoding') }
          : { href: `/requests/${request.docket}`, text: request.title }
      }
    >
      <Caption>{request.title}</Caption>
      <h1>{t('programs')}</h1>
      <p class="govuk-body-l">{t('intro')}</p>
      <p>{t('onlyPosted')}</p>
      {standings.map((standing) => (
        <OneProgram key={standing.program} {...props} standing={standing} />
      ))}
      <h2>{t('whoSwitches')}</h2>
      <p>{t('whoSwitchesText')}</p>
    </Document>
  )
}
