import { Caption, ClaimedText, Document, InsetText, Pagination } from '../../../platform/html/index.ts'
import { languageName, useLocale, useWords } from '../../../platform/i18n/index.ts'
import type { Instant } from '../../../platform/time.ts'
import { type Process, useProcessBand } from '../../../processes/index.ts'
import { attachmentAddress, commentAddress } from '../address.ts'
import type { PublicAttachment, PublicComment, PublishedText } from '../model.ts'
import { words } from '../words.ts'
import { addressed } from './answers.tsx'
import { citationOf, useCitation } from './citation.tsx'

interface Props {
  comment: PublicComment
  attachment: PublicAttachment
  text: PublishedText
  page: number
  origin: string
  request: { title: string; deadline: { at: Instant; zone: string } }
  process: Process
  now: Instant
}

/** As much of a long text as one page carries without growing slow. */
const MOST = 40_000

type Addressed = ReturnType<typeof addressed>

/** Whole paragraphs to a page; a paragraph longer than a page has one to itself. */
export function pagesOf(paragraphs: Addressed): Addressed[] {
  const pages: Addressed[] = []
  let room = 0
  for (const paragraph of paragraphs) {
    room -= paragraph.text.length
    if (room < 0 || pages.length === 0) {
      pages.push([])
      room = MOST - paragraph.text.length
    }
    pages.at(-1)?.push(paragraph)
  }
  return pages
}

export function AttachmentPage(props: Props) {
  const { comment, attachment, text, page, request, process, now } = props
  const t = useWords(words)
  const title = t('textOf', { number: attachment.number })
  const pages = pagesOf(addressed(text, `a${attachment.number}`))
  const here = Math.min(page, Math.max(1, pages.length))
  const to = (at: number) => `${attachmentAddress(comment.number, attachment.number)}?page=${at}`
  const citation = useCitation(props, to(here))
  return (
    <Document
      title={title}
      process={useProcessBand(process, now, request)}
      back={{ href: commentAddress(comment.number), text: t('backToComment', { number: comment.number }) }}
    >
      <Caption>{request.title}</Caption>
      <h1>
        {attachment.file
          ? t('attachmentNamed', { number: attachment.number, name: attachment.file.name })
          : title}
      </h1>
      <p>{t('textBy')}</p>
      {text.readBy && (
        <InsetText>
          {t('textReadByMachine', { tool: text.readBy, language: languageName(text.language, useLocale()) })}
        </InsetText>
      )}
      <ClaimedText
        lang={text.language}
        paragraphs={pages[here - 1] ?? []}
        cite={({ id }) => ({ href: `#${id}`, text: citationOf(citation, id) })}
      />
      {pages.length > 1 && (
        <Pagination
          previous={here > 1 ? { href: to(here - 1) } : undefined}
          next={here < pages.length ? { href: to(here + 1) } : undefined}
          label={t('pageOf', { page: here, pages: pages.length })}
        />
      )}
    </Document>
  )
}
