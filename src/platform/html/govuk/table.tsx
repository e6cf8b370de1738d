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
  class?: string | undefined
}

export function Table({ caption, captionClass, head, rows, rowHeaders, class: more, ...rest }: TableProps) {
  return (
    <table class={classNames('govuk-table', more)} {...rest}>
      {caption && <caption class={classNames('govuk-table__caption', captionClass)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell, at) => (
              <HeaderCell key={at} scope="col" {...cell} />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map((row, at) => (
          <tr key={at} class="govuk-table__row">
            {row.map((cell, column) =>
              rowHeaders && column === 0 ? (
                <HeaderCell key={column} scope="row" {...cell} />
              ) : (
                <BodyCell key={column} label={head?.[column]?.text} {...cell} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

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
