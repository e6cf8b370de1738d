import { InsetText } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { attachmentAddress } from '../address.ts'
import { words } from '../words.ts'
import type { CommentPageProps } from './comment-page-props.ts'
import { kindOfFile, useFileSize } from './file-facts.ts'

export function Attachments({ comment, attachments, confidential }: CommentPageProps) {
  const t = useWords(words)
  return (
    <>
      {attachments.length > 0 && (
        <section aria-labelledby="attachments">
          <h2 id="attachments">{t('attachments')}</h2>
          <ul class="govuk-list">
            {attachments.map((attachment) => (
              <Attachment key={attachment.id} attachment={attachment} number={comment.number} />
            ))}
          </ul>
        </section>
      )}
      {confidential.attachments > 0 && (
        <InsetText>{t('confidentialAttachments', { count: confidential.attachments })}</InsetText>
      )}
    </>
  )
}

interface Props {
  number: string
  attachment: CommentPageProps['attachments'][number]
}

function Attachment({ number, attachment }: Props) {
  const t = useWords(words)
  const size = useFileSize(attachment.bytes)
  const address = attachmentAddress(number, attachment.number)
  return (
    <li id={`a${attachment.number}`}>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>
          {attachment.file
            ? t('attachmentNamed', { number: attachment.number, name: attachment.file.name })
            : t('attachment', { number: attachment.number })}
        </strong>{' '}
        ({t('fileFacts', { kind: kindOfFile(attachment.mediaType), size })})
      </p>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <TextLink attachment={attachment} address={address} />
      </p>
      <p class="govuk-body">
        {attachment.file ? (
          <a href={`${address}/file`}>{t('download')}</a>
        ) : (
          t(attachment.heldBack ? 'fileHeldBack' : 'noFile')
        )}
      </p>
    </li>
  )
}

function TextLink({ attachment, address }: Pick<Props, 'attachment'> & { address: string }) {
  const t = useWords(words)
  if (attachment.hasText) return <a href={address}>{t('readText')}</a>
  return <>{t(attachment.extraction === 'refused' ? 'textRefused' : 'textWaiting')}</>
}
