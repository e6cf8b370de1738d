import type { Process } from '../../processes/index.ts'
import type { RequestForComment } from '../../requests/index.ts'
import type { WholeCommentBody } from '../reading/schemas.ts'

// The columns of the bulk download of regulations.gov, in its order: programs that read that read this too.
const columns = [
  'Document ID',
  'Agency ID',
  'Docket ID',
  'Tracking Number',
  'Document Type',
  'Posted Date',
  'Is Withdrawn?',
  'Federal Register Number',
  'FR Citation',
  'Title',
  'Comment Start Date',
  'Comment Due Date',
  'Allow Late Comments',
  'Comment on Document ID',
  'Effective Date',
  'Implementation Date',
  'Postmark Date',
  'Received Date',
  'Author Date',
  'Related RIN(s)',
  'Authors',
  'CFR',
  'Abstract',
  'Legacy ID',
  'Media',
  'Document Subtype',
  'Exhibit Location',
  'Exhibit Type',
  'Additional Field 1',
  'Additional Field 2',
  'Topics',
  'Duplicate Comments',
  'OMB/PRA Approval Number',
  'Page Count',
  'Page Length',
  'Paper Width',
  'Special Instructions',
  'Source Citation',
  'Start End Page',
  'Subject',
  'First Name',
  'Last Name',
  'City',
  'State/Province',
  'Zip/Postal Code',
  'Country',
  'Organization Name',
  'Submitter Representative',
  "Representative's Address",
  "Representative's City, State & Zip",
  'Government Agency',
  'Government Agency Type',
  'Comment',
  'Category',
  'Restrict Reason Type',
  'Restrict Reason',
  'Reason Withdrawn',
  'Content Files',
  'Attachment Files',
  'Display Properties (Name, Label, Tooltip)',
] as const

export const regulationsColumns: readonly string[] = columns

type Cells = Partial<Record<(typeof columns)[number], string | null>>

/** The answers in one cell, each under the number of its question. */
function wordsOf({ answers }: WholeCommentBody): string {
  const said = answers.map(({ question, text }) => (question === null ? text : `[${question}] ${text}`))
  return said.join('\n\n')
}

function cellsOf(
  comment: WholeCommentBody,
  request: RequestForComment,
  { docketPrefix }: Pick<Process, 'docketPrefix'>,
): Cells {
  return {
    'Document ID': comment.number,
    'Agency ID': docketPrefix,
    'Docket ID': request.docket,
    'Tracking Number': comment.number,
    'Document Type': 'Public Submission',
    'Is Withdrawn?': String(comment.state === 'withdrawn'),
    Title: request.title,
    'Comment Start Date': request.opensAt.toISOString(),
    'Comment Due Date': request.deadline.at.toISOString(),
    'Allow Late Comments': 'true',
    'Received Date': comment.sentAt,
    'Legacy ID': comment.original?.id ?? null,
    'Last Name': comment.sender?.name ?? null,
    Country: comment.country,
    'Organization Name': comment.sender?.organisation ?? null,
    Comment: wordsOf(comment),
    Category: comment.group,
    'Restrict Reason': comment.withheldFor,
    'Attachment Files': comment.attachments.flatMap(({ file, text }) => file ?? text ?? []).join(','),
  }
}

/** One row in the order of those columns; what we do not have stays empty. */
export function regulationsRow(
  comment: WholeCommentBody,
  request: RequestForComment,
  process: Pick<Process, 'docketPrefix'>,
): string[] {
  const cells = cellsOf(comment, request, process)
  return columns.map((name) => cells[name] ?? '')
}
