import type { ComponentChildren } from 'preact'
import { Button, Details, Textarea } from '../../../platform/html/index.ts'
import { useWords } from '../../../platform/i18n/index.ts'
import { words } from '../words.ts'
import { CodeFields, CodeSelect } from './code-fields.tsx'
import type { CodePageProps } from './code-page-props.ts'

/** Every way to change a code, each its own form; the one that came back with problems is open. */
export function ChangeForms(props: CodePageProps) {
  const t = useWords(words)
  const { code, codes, typed, problems } = props
  const wrong = (field: string) => {
    const key = problems?.get(field)
    return key && t(key)
  }
  return (
    <div class="parley-noprint">
      <Change {...props} act="wording" title={t('wording')} open={['name', 'definition', 'example']}>
        <p class="govuk-hint">{t('wordingHint')}</p>
        <CodeFields typed={'name' in typed ? typed : code} problems={problems} />
        <Button>{t('saveWording')}</Button>
      </Change>
      <Change {...props} act="move" title={t('place')} open={['parent']}>
        <CodeSelect
          {...{ name: 'parent', label: t('parent'), none: t('onTop'), codes, but: code.id }}
          value={typed['parent'] ?? code.parent}
          error={wrong('parent')}
        />
        <CodeSelect
          {...{ name: 'before', label: t('before'), none: t('atEnd'), codes, but: code.id }}
          value={typed['before']}
        />
        <Button>{t('move')}</Button>
      </Change>
      <Change {...props} act="merge" title={t('merge')} open={['into']}>
        <p class="govuk-hint">{t('mergeHint')}</p>
        <CodeSelect
          {...{ name: 'into', label: t('mergeInto'), none: t('choose'), codes, but: code.id }}
          value={typed['into']}
          error={wrong('into')}
        />
        <Button kind="warning">{t('mergeButton')}</Button>
      </Change>
      <Change {...props} act="split" title={t('split')} open={['names']}>
        <Textarea
          {...{ name: 'names', label: t('splitNames'), hint: t('splitHint'), rows: 3, dir: 'auto' }}
          error={wrong('names')}
          value={typed['names']}
        />
        <Button kind="warning">{t('splitButton')}</Button>
      </Change>
      <Change {...props} act="retire" title={t('retire')} open={['retire']}>
        {problems?.has('retire') && <p class="govuk-error-message">{wrong('retire')}</p>}
        <p class="govuk-hint" id="retire">
          {t('retireHint')}
        </p>
        <Button kind="warning">{t('retireButton')}</Button>
      </Change>
    </div>
  )
}

interface ChangeProps extends CodePageProps {
  act: 'wording' | 'move' | 'merge' | 'split' | 'retire'
  title: string
  /** The fields whose problems open it. */
  open: readonly string[]
  children: ComponentChildren
}

function Change({ process, code, act, title, open, problems, children }: ChangeProps) {
  const isOpen = open.some((field) => problems?.has(field))
  return (
    <Details summary={title} open={isOpen}>
      <form method="post" action={`/processes/${process.slug}/codebook/${code.id}/${act}`} noValidate>
        {children}
      </form>
    </Details>
  )
}
