import type { Tx } from '../../../platform/db/index.ts'
import type { Locale } from '../../../platform/i18n/index.ts'
import type { RequestForComment } from '../../../requests/index.ts'
import { hashOfCode, newLinkSecret } from '../../comments/secrets.ts'
import type { CommentTables } from '../../comments/tables.ts'
import { words } from '../words.ts'
import { LISTED } from './model.ts'
import { listNamedWith, setLink } from './store.ts'

interface About {
  requests: readonly RequestForComment[]
  origin: string
  locale: Locale
}

type Signed = Awaited<ReturnType<typeof listNamedWith>>[number]

/** Where a signature stands; one that is shown gets a new link to answer by. */
async function lineOf(
  tx: Tx<CommentTables>,
  { id, name, state, number, request }: Signed,
  { requests, origin, locale }: About,
): Promise<string> {
  const secret = newLinkSecret()
  const shown = state !== 'withheld'
  if (shown) await setLink(tx, id, hashOfCode(secret))
  const t = words.in(locale)
  return t('letterSignLine', {
    ...{ number, name: name ?? '', state: t(`signs-${state}` as 'signs-named') },
    title: requests.find((one) => one.id === request)?.title ?? '',
    url: shown ? `${origin}/sign/${secret}` : `${origin}/comments/${number}`,
  })
}

/** What a letter tells of joint comments that name this address: each with a link to say yes or no. */
export async function signedLines(tx: Tx<CommentTables>, address: string, about: About): Promise<string[]> {
  const t = words.in(about.locale)
  const named = await listNamedWith(tx, address, LISTED)
  const count = named[0]?.all ?? 0
  if (count === 0) return []
  const lines: string[] = []
  for (const one of named) lines.push(await lineOf(tx, one, about))
  const more = count > lines.length ? [t('letterMore', { count, listed: lines.length })] : []
  return [t('letterSigns', { count }), ...lines, ...more, t('letterSignObject')]
}
