import { Button, Details, FileUpload } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { countWords } from '../../../platform/text/index.ts'
import { extractionWords, sayRefusal, sayWarning } from '../../../texts/index.ts'
import type { DraftFile } from '../draft-file.ts'
import { MOST_FILES, MOST_MEGABYTES, TAKEN_ENDS } from '../limits.ts'
import { words } from '../words.ts'

const SHOWN = 4000

export function FilesField({ files }: { files: readonly DraftFile[] }) {
  const t = useWords(words)
  return (
    <>
      <h2 class="govuk-heading-m">{t('filesHeading')}</h2>
      {files.length > 0 && (
        <ul class="govuk-list parley-files" aria-label={t('filesList')}>
          {files.map((file) => (
            <FileItem key={file.id} file={file} />
          ))}
        </ul>
      )}
      <FileUpload
        name="files"
        label={t('filesLabel')}
        optional
        hint={t('filesHint', { megabytes: MOST_MEGABYTES, count: MOST_FILES })}
        accept={TAKEN_ENDS}
        multiple
      />
      <Button name="act" value="upload" kind="secondary">
        {t('filesUpload')}
      </Button>
    </>
  )
}

function FileItem({ file }: { file: DraftFile }) {
  const t = useWords(words)
  const { name, bytes, id } = file
  return (
    <li class="parley-file">
      <p class="govuk-body">
        <strong>{name}</strong> {t('fileSize', { kilobytes: Math.max(1, Math.round(bytes / 1000)) })}
      </p>
      <FileText file={file} />
      <Button name="act" value={`remove:${id}`} kind="secondary">
        {t('fileRemove', { name })}
      </Button>
    </li>
  )
}

/** What was read in the file, so that its sender sees what others will search and quote. */
export function FileText({ file: { name, extraction } }: { file: DraftFile }) {
  const t = useWords(words)
  const say = useWords(extractionWords)
  const { text, note, state } = extraction
  if (state === 'refused') {
    return (
      <p class="govuk-body parley-notice">
        {note && sayRefusal(say, note as Parameters<typeof sayRefusal>[1])}
      </p>
    )
  }
  const warnings = note ? (JSON.parse(note) as Parameters<typeof sayWarning>[1][]) : []
  return (
    <>
      {warnings.map((warning) => (
        <p key={warning.kind} class="govuk-body parley-notice">
          {sayWarning(say, warning)}
        </p>
      ))}
      {text !== undefined && (
        <Details summary={t('fileText', { name, words: countWords(text) })}>
          <p class="parley-claimed__text">{text.slice(0, SHOWN)}</p>
          {text.length > SHOWN && <p>{t('fileTextMore', { characters: text.length })}</p>}
        </Details>
      )}
    </>
  )
}
