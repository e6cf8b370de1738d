import { type ComponentChildren, Fragment } from 'preact'
import { type ModerationTables, standingDecisions } from '../../moderation/index.ts'
import type { Actor } from '../../participants/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { type OfferedPart, offerPart, refKey } from '../../platform/html/index.ts'
import { useWords } from '../../platform/i18n/index.ts'
import { parseId } from '../../platform/id.ts'
import type { CommentTables } from '../comments/tables.ts'
import { findOriginalFacts, type OriginalFacts } from './store.ts'
import type { ImportTables } from './tables.ts'
import { words } from './words.ts'

/** Beside an imported comment: what the docket it came from said of it; nothing where words were left out here. */
export function importedFacts({
  db,
}: {
  db: Db<ImportTables & CommentTables & ModerationTables>
}): OfferedPart<Actor> {
  return offerPart<Actor, OriginalFacts>({
    place: 'beside-comment',
    async load(refs) {
      const ids = refs.flatMap((ref) => parseId<'comment'>(ref.id) ?? [])
      const redacted = await standingDecisions(db, 'comment', ids)
      const whole = ids.filter((id) => redacted.get(id)?.act !== 'redact')
      const found = await findOriginalFacts(db, whole)
      return new Map([...found].map(([id, facts]) => [refKey({ kind: 'comment', id }), facts]))
    },
    render: (facts) => <ImportedFacts {...facts} />,
  })
}

function ImportedFacts({ group, attachments, named }: OriginalFacts) {
  const t = useWords(words)
  const count = attachments.length
  return (
    <>
      {group && <p class="parley-local">{t('groupThere', { group })}</p>}
      {count > 0 && !named && <p class="parley-local">{t('attachmentsUnnamed', { count })}</p>}
      {count > 0 && named && <Attachments names={attachments} />}
    </>
  )
}

function Attachments({ names }: { names: readonly string[] }) {
  const t = useWords(words)
  return (
    <p class="parley-local">
      {t('attachmentsThere', { count: names.length })}{' '}
      {names.map((name, at) => (
        <Fragment key={at}>
          {at > 0 && ', '}
          {there(name)}
        </Fragment>
      ))}
    </p>
  )
}

/** Some dockets name a file by its address: that leads there, under the file's own name. */
function there(name: string): ComponentChildren {
  const file = /^https:\/\/[^\s/]+\/(?:[^\s?#]*\/)?([^\s/?#]+)$/.exec(name)?.[1]
  return file ? <a href={name}>{file}</a> : name
}
