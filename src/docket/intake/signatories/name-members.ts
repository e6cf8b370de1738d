import type { ParticipantsTables } from '../../../participants/index.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { CommentForm, Problem } from '../model.ts'
import { countryNamed } from '../places.ts'
import { LIST, signatoriesIn } from './model.ts'
import { findMembers } from './store.ts'

interface Changed {
  form: CommentForm
  problems: Problem[]
}

/** What a button that only changes the form makes of it: room for more rows, or the members of a coalition in them. */
export async function changedBy(
  db: Db<ParticipantsTables>,
  act: string,
  form: CommentForm,
): Promise<Changed> {
  return act === 'members' ? nameMembers(db, form) : { form, problems: [] }
}

/** Names the members of the coalition that sends, beside whoever is named already: each still has to confirm. */
async function nameMembers(db: Db<ParticipantsTables>, form: CommentForm): Promise<Changed> {
  const { organisation } = form
  const members = organisation === '' ? undefined : await findMembers(db, organisation)
  if (!members) {
    const kind = organisation === '' ? 'coalitionMissing' : 'coalitionUnknown'
    return { form, problems: [{ field: LIST, kind, values: { organisation } }] }
  }
  if (members.length === 0)
    return { form, problems: [{ field: LIST, kind: 'coalitionEmpty', values: { organisation } }] }
  const named = new Set(signatoriesIn(form, countryNamed).map(({ name }) => name.toLowerCase()))
  const more = members
    .filter(({ name }) => !named.has(name.toLowerCase()))
    .map(({ name, country }) => ({ name, country: country ?? '', email: '' }))
  return { form: { ...form, signatories: [...form.signatories, ...more] }, problems: [] }
}
