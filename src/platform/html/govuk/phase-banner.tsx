import type { ComponentChildren, HTMLAttributes } from 'preact'
import { classNames } from './class-names.ts'
import { Tag } from './tag.tsx'

export interface PhaseBannerProps extends Omit<HTMLAttributes<HTMLDivElement>, 'class' | 'role'> {
  tag: ComponentChildren
  tagClass?: string | undefined
  class?: string | undefined
}

export function PhaseBanner({ tag, tagClass, class: more, children, ...rest }: PhaseBannerProps) {
  return (
    <div class={classNames('govuk-phase-banner', 'govuk-width-container', more)} {...rest}>
      <p class="govuk-phase-banner__content">
        <Tag class={classNames('govuk-phase-banner__content__tag', tagClass)}>{tag}</Tag>
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
