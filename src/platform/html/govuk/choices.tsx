import type { ComponentChildren, PartialInputHTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'
import { fieldIds, HintAndError, Optional } from './field.tsx'
import { Fieldset } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

export interface Choice
  extends Omit<
    PartialInputHTMLAttributes<HTMLInputElement>,
    'class' | 'role' | 'type' | 'value' | 'label' | 'id' | 'name'
  > {
  value: string | number
  text: ComponentChildren
  id?: string | undefined
  name?: string
  hint?: ComponentChildren
  /** Asked only of those who choose this: the stylesheet opens it, without script. */
  conditional?: ComponentChildren
}

export interface Divider {
  divider: string
}

export interface ChoicesProps {
  name: string
  id?: string | undefined
  items: readonly (Choice | Divider)[]
  legend?: ComponentChildren
  legendClass?: string | undefined
  pageHeading?: boolean | undefined
  optional?: boolean | undefined
  hint?: ComponentChildren
  error?: ComponentChildren
  describedBy?: string | undefined
  class?: string | undefined
  groupClass?: string | undefined
}

interface KindProps extends ChoicesProps {
  kind: 'radios' | 'checkboxes'
  isChosen(value: string | number): boolean
}

/** Radios and checkboxes differ in the element and in how many may be chosen, and in nothing else. */
export function Choices({ kind, isChosen, ...props }: KindProps) {
  const { legend, legendClass, pageHeading, optional, hint, error, items, groupClass } = props
  const { id, describedBy } = fieldIds(props)
  const list = (
    <>
      <HintAndError id={id} hint={hint} error={error} />
      <div class={classNames(`govuk-${kind}`, props.class)}>
        {items.map((item, at) =>
          'divider' in item ? (
            <div key={item.divider} class={`govuk-${kind}__divider`}>
              {item.divider}
            </div>
          ) : (
            <Item
              key={item.value}
              kind={kind}
              checked={isChosen(item.value)}
              describedBy={kind === 'checkboxes' && !legend ? describedBy : undefined}
              {...named(item, props.name, id, at)}
            />
          ),
        )}
      </div>
    </>
  )
  return (
    <div class={classNames('govuk-form-group', Boolean(error) && 'govuk-form-group--error', groupClass)}>
      {legend ? (
        <Fieldset
          legend={optional ? [legend, <Optional key="optional" />] : legend}
          {...{ legendClass, pageHeading, describedBy }}
        >
          {list}
        </Fieldset>
      ) : (
        list
      )}
    </div>
  )
}

/** The first item bears the group's own id, so that an error summary can lead to it. */
function named(item: Choice, name: string, id: string, at: number): Choice & { id: string } {
  return { name, ...item, id: item.id ?? (at === 0 ? id : `${id}-${at + 1}`) }
}

interface ItemProps extends Choice {
  kind: KindProps['kind']
  id: string
  describedBy: string | undefined
}

function Item({ kind, text, hint, conditional, describedBy, ...input }: ItemProps) {
  const { id } = input
  const hintId = hint ? `${id}-item-hint` : undefined
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          aria-describedby={classNames(describedBy, hintId)}
          {...input}
        />
        <Label for={id} class={`govuk-${kind}__label`}>
          {text}
        </Label>
        {hint && (
          <Hint id={hintId} class={`govuk-${kind}__hint`}>
            {hint}
          </Hint>
        )}
      </div>
      {conditional && (
        <div class={`govuk-${kind}__conditional`} id={`conditional-${id}`}>
          {conditional}
        </div>
      )}
    </>
  )
}
