import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import * as ours from '../index.ts'

// biome-ignore lint/suspicious/noExplicitAny: the options of GOV.UK's fixtures have no types.
export type Options = any

const raw: string[] = []

function Raw({ html }: { html: string }) {
  raw.push(html)
  return <>{`⟦${raw.length - 1}⟧`}</>
}

/** What a macro takes as text or as HTML, a component takes as children. */
function content(option: Options): ComponentChildren {
  if (!option) return undefined
  return option.html ? <Raw html={option.html} /> : option.text
}

const field = (o: Options) => ({
  name: o.name,
  id: o.idPrefix ?? o.id,
  label: content(o.label),
  labelClass: o.label?.classes,
  pageHeading: o.label?.isPageHeading,
  hint: content(o.hint),
  error: content(o.errorMessage),
  describedBy: o.describedBy,
  groupClass: o.formGroup?.classes,
  class: o.classes,
  ...(o.disabled && { disabled: true }),
  ...(o.autocomplete && { autocomplete: o.autocomplete }),
  ...(o.spellcheck !== undefined && { spellcheck: o.spellcheck }),
  ...o.attributes,
})

const legend = (o: Options = {}) => ({
  legend: content(o.legend),
  legendClass: o.legend?.classes,
  pageHeading: o.legend?.isPageHeading,
})

const choices = (o: Options) => ({
  ...field(o),
  ...legend(o.fieldset),
  describedBy: o.fieldset?.describedBy ?? o.describedBy,
  items: o.items.filter(Boolean).map((item: Options) =>
    item.divider
      ? item
      : {
          value: item.value,
          text: content(item),
          id: item.id,
          ...(item.name && { name: item.name }),
          ...('checked' in item && { checked: item.checked }),
          ...(item.disabled && { disabled: true }),
          hint: content(item.hint),
          conditional: item.conditional?.html && <Raw html={item.conditional.html} />,
          ...item.attributes,
        },
  ),
})

const cell = ({ format, classes, colspan, rowspan, ...o }: Options) => ({
  text: content(o),
  numeric: format === 'numeric',
  class: classes,
  colSpan: colspan,
  rowSpan: rowspan,
})

const dress = (o: Options) => ({ class: o.classes, ...(o.id && { id: o.id }), ...o.attributes })

export const draw: Record<string, (o: Options) => VNode> = {
  'back-link': (o) => (
    <ours.BackLink href={o.href ?? '#'} {...dress(o)}>
      {content(o)}
    </ours.BackLink>
  ),
  breadcrumbs: (o) => (
    <ours.Breadcrumbs
      items={o.items.map((i: Options) => ({ href: i.href, text: content(i) }))}
      label={o.labelText}
      {...dress(o)}
    />
  ),
  button: ({ href, type, name, value, disabled, isStartButton, ...o }) => {
    const shared = {
      start: isStartButton,
      children: o.html && isStartButton ? <span>{content(o)}</span> : content(o),
      ...dress(o),
    }
    return href ? (
      <ours.ButtonLink href={href} {...shared} />
    ) : (
      <ours.Button
        type={type}
        {...(name && { name })}
        {...(value && { value })}
        disabled={disabled}
        {...shared}
      />
    )
  },
  'character-count': (o) => (
    <ours.CharacterCount limit={o.maxlength} value={o.value} rows={o.rows} {...field(o)} />
  ),
  checkboxes: (o) => <ours.Checkboxes values={o.values} {...choices(o)} />,
  details: (o) => (
    <ours.Details
      summary={o.summaryHtml ? <Raw html={o.summaryHtml} /> : o.summaryText}
      open={o.open}
      {...dress(o)}
    >
      {content(o)}
    </ours.Details>
  ),
  'error-message': (o) => (
    <ours.ErrorMessage spoken={o.visuallyHiddenText} {...dress(o)}>
      {content(o)}
    </ours.ErrorMessage>
  ),
  'error-summary': (o) => (
    <ours.ErrorSummary
      title={o.titleHtml ? <Raw html={o.titleHtml} /> : o.titleText}
      problems={(o.errorList ?? []).map((i: Options) => ({ href: i.href, text: content(i) }))}
      {...dress(o)}
    >
      {content({ html: o.descriptionHtml, text: o.descriptionText })}
    </ours.ErrorSummary>
  ),
  fieldset: (o) => (
    <ours.Fieldset {...legend(o)} describedBy={o.describedBy} role={o.role} {...dress(o)}>
      {content(o)}
    </ours.Fieldset>
  ),
  'file-upload': (o) => <ours.FileUpload {...field(o)} {...(o.multiple && { multiple: true })} />,
  hint: (o) => <ours.Hint {...dress(o)}>{content(o)}</ours.Hint>,
  input: (o) => (
    <ours.Input
      {...field(o)}
      type={o.type}
      value={o.value}
      prefix={content(o.prefix)}
      suffix={content(o.suffix)}
      inputmode={o.inputmode}
      pattern={o.pattern}
      autocapitalize={o.autocapitalize}
    />
  ),
  'inset-text': (o) => <ours.InsetText {...dress(o)}>{content(o)}</ours.InsetText>,
  label: (o) => (
    <ours.Label for={o.for} pageHeading={o.isPageHeading} {...dress(o)}>
      {content(o)}
    </ours.Label>
  ),
  'notification-banner': (o) => (
    <ours.NotificationBanner
      title={o.titleHtml ? <Raw html={o.titleHtml} /> : o.titleText}
      titleId={o.titleId}
      titleLevel={o.titleHeadingLevel}
      success={o.type === 'success'}
      role={o.role}
      {...dress(o)}
    >
      {content(o)}
    </ours.NotificationBanner>
  ),
  pagination: (o) => (
    <ours.Pagination
      previous={
        o.previous && { href: o.previous.href, text: content(o.previous), label: o.previous.labelText }
      }
      next={o.next && { href: o.next.href, text: content(o.next), label: o.next.labelText }}
      items={o.items
        ?.filter((i: Options) => i && Object.keys(i).length > 0)
        .map((i: Options) => (i.ellipsis ? 'ellipsis' : { ...i, spoken: i.visuallyHiddenText }))}
      label={o.landmarkLabel}
      {...dress(o)}
    />
  ),
  panel: (o) => (
    <ours.Panel
      title={o.titleHtml ? <Raw html={o.titleHtml} /> : o.titleText}
      level={o.headingLevel}
      {...dress(o)}
    >
      {content(o)}
    </ours.Panel>
  ),
  'phase-banner': (o) => (
    <ours.PhaseBanner tag={content(o.tag)} tagClass={o.tag?.classes} {...dress(o)}>
      {content(o)}
    </ours.PhaseBanner>
  ),
  radios: (o) => <ours.Radios value={o.value} {...choices(o)} />,
  select: (o) => (
    <ours.Select
      {...field(o)}
      value={o.value}
      options={(o.items ?? []).filter(Boolean).map(({ attributes, selected, ...i }: Options) => ({
        ...i,
        ...attributes,
        ...(selected !== undefined && { selected }),
      }))}
    />
  ),
  'skip-link': (o) => (
    <ours.SkipLink href={o.href ?? '#content'} {...dress(o)}>
      {content(o)}
    </ours.SkipLink>
  ),
  'summary-list': (o) => (
    <ours.SummaryList
      rows={o.rows.filter(Boolean).map((row: Options) => ({
        term: content(row.key),
        value: content(row.value),
        class: row.classes,
        ...(row.actions?.items && {
          actions: row.actions.items.map((i: Options) => ({
            href: i.href,
            text: content(i),
            about: i.visuallyHiddenText,
            class: i.classes,
          })),
        }),
      }))}
      {...dress(o)}
    />
  ),
  table: (o) => (
    <ours.Table
      caption={o.caption}
      captionClass={o.captionClasses}
      head={o.head?.map(cell)}
      rows={o.rows.filter(Boolean).map((row: Options) => row.map(cell))}
      rowHeaders={o.firstCellIsHeader}
      {...dress(o)}
    />
  ),
  tag: (o) => <ours.Tag {...dress(o)}>{content(o)}</ours.Tag>,
  'task-list': (o) => (
    <ours.TaskList
      idPrefix={o.idPrefix}
      items={o.items.filter(Boolean).map((i: Options) => ({
        title: content(i.title),
        href: i.href,
        hint: content(i.hint),
        status: i.status.tag ? (
          <ours.Tag class={i.status.tag.classes}>{content(i.status.tag)}</ours.Tag>
        ) : (
          content(i.status)
        ),
        class: i.classes,
        statusClass: i.status.classes,
      }))}
      {...dress(o)}
    />
  ),
  textarea: (o) => <ours.Textarea value={o.value} rows={o.rows} {...field(o)} />,
  'warning-text': (o) => (
    <ours.WarningText spoken={o.iconFallbackText} {...dress(o)}>
      {content(o)}
    </ours.WarningText>
  ),
}

export const render = (page: VNode) =>
  renderToString(page).replace(/⟦(\d+)⟧/g, (_, at) => raw[Number(at)] ?? '')
