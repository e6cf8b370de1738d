import { Document, EmptyState } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import type { Code } from '../../codebook/model.ts'
import { words } from '../words.ts'
import { deskAddress } from './desk-props.ts'

interface Props {
  process: Process
  code: Code
  now: Instant
  excerpts: readonly { id: string; number: string; language: string; words: string }[]
  /** More than these are not shown. */
  most: number
}

/** The quoted words that carry a code, each with the way to its comment. */
export function UnderCodePage({ process, code, now, excerpts, most }: Props) {
  const t = useWords(words)
  const title = t('codeTitle', { name: code.name })
  return (
    <Document
      title={title}
      process={useProcessBand(process, now)}
      back={{ href: `/processes/${process.slug}/codebook/${code.id}`, text: code.name }}
      unlisted
    >
      <h1>{title}</h1>
      {excerpts.length === 0 && <EmptyState title={t('codeNone')} />}
      {excerpts.length === most && <p>{t('codeFirst', { count: most })}</p>}
      {excerpts.map((one) => (
        <blockquote class="parley-claimed" key={one.id}>
          <p class="parley-claimed__text" lang={one.language} dir="auto">
            {one.words}
          </p>
          <p class="parley-claimed__links">
            <a href={`${deskAddress(one.number)}#excerpt-${one.id}`}>{one.number}</a>
          </p>
        </blockquote>
      ))}
    </Document>
  )
}
