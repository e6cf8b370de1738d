import type { ComponentChildren, HTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'

export interface Cell {
  text: ComponentChildren
  numeric?: boolean | undefined
  class?: string | undefined
  colSpan?: number | undefined
  rowSpan?: number | undefined
}

export interface TableProps extends Omit<HTMLAttributes<HTMLTableElement>, 'class' | 'rows' | 'role'> {
  caption?: ComponentChildren
  captionClass?: string | undefined
  head?: readonly Cell[] | undefined
  rows: readonly (readonly Cell[])[]
  /** The first cell of each row names the row. */
  rowHeaders?: boolean | undefined
  /** On a phone each row becomes a card. */
  cards?: boolean | undefined
  class?: string | undefined
}

export function Table({
  cards,
  caption,
  captionClass,
  head,
  rows,
  rowHeaders,
  class: more,
  ...rest
}: TableProps) {
  const as = cards ? spoken : silent
  return (
    <table class={classNames('govuk-table', cards && 'parley-cards', more)} {...as('table')} {...rest}>
      {caption && <caption class={classNames('govuk-table__caption', captionClass)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head" {...as('rowgroup')}>
          <tr class="govuk-table__row" {...as('row')}>
            {head.map((cell, at) => (
              <HeaderCell key={at} scope="col" {...as('columnheader')} {...cell} />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body" {...as('rowgroup')}>
        {rows.map((row, at) => (
          <tr key={at} class="govuk-table__row" {...as('row')}>
            {row.map((cell, column) =>
              rowHeaders && column === 0 ? (
                <HeaderCell key={column} scope="row" {...as('rowheader')} {...cell} />
              ) : (
                <BodyCell key={column} label={head?.[column]?.text} {...as('cell')} {...cell} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Browsers forget that a table is one once it is laid out as cards; said roles keep it. */
const spoken = (role: string) => ({ role }) as { role?: 'presentation' }
const silent: typeof spoken = () => ({})

function HeaderCell({ text, numeric, class: more, ...rest }: Cell & { scope: 'col' | 'row' }) {
  return (
    <th class={classNames('govuk-table__header', numeric && 'govuk-table__header--numeric', more)} {...rest}>
      {text}
    </th>
  )
}

/** On a phone the row becomes a card, and each cell says which column it was in. */
function BodyCell({ text, numeric, class: more, label, ...rest }: Cell & { label: ComponentChildren }) {
  return (
    <td
      class={classNames('govuk-table__cell', numeric && 'govuk-table__cell--numeric', more)}
      data-label={typeof label === 'string' ? label : undefined}
      {...rest}
    >
      {text}
    </td>
  )
}
