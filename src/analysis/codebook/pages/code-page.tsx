import { Caption, Document, ErrorSummary, InsetText } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { useProcessBand } from '../../../processes/index.ts'
import { inTree } from '../model.ts'
import { words } from '../words.ts'
import { ChangeForms } from './change-forms.tsx'
import type { CodePageProps } from './code-page-props.ts'
import { useEnding } from './ended-codes.tsx'
import { Wordings } from './wordings.tsx'

/** One code: its words now and before, what carries it, and every way to change it. */
export function CodePage(props: CodePageProps) {
  const t = useWords(words)
  const { process, now, code, codes, uses, mayChange, problems } = props
  const ending = useEnding(codes)
  const path = inTree(codes).find((placed) => placed.code.id === code.id)?.path ?? code.name
  const count = uses.get(code.id) ?? 0
  const title = t('codeTitle', { name: code.name })
  const address = `/processes/${process.slug}/codebook`
  return (
    <Document
      title={title}
      problems={problems !== undefined}
      process={useProcessBand(process, now)}
      back={{ href: address, text: t('codebook') }}
      unlisted
    >
      {problems && (
        <ErrorSummary problems={[...problems].map(([field, key]) => ({ href: `#${field}`, text: t(key) }))} />
      )}
      {code.parent && <Caption>{path}</Caption>}
      <h1>
        <bdi>{code.name}</bdi>
      </h1>
      {code.ended && <InsetText>{ending(code.ended)}</InsetText>}
      {code.definition && <p dir="auto">{code.definition}</p>}
      {code.example && <p dir="auto">{t('exampleIs', { example: code.example })}</p>}
      <p>
        {count === 0 ? (
          t('excerpts', { count })
        ) : (
          <a href={`${address}/${code.id}/excerpts`}>{t('excerpts', { count })}</a>
        )}
      </p>
      {mayChange && !code.ended && <ChangeForms {...props} />}
      <Wordings {...props} />
    </Document>
  )
}
