import type { ComponentChildren, HTMLAttributes } from 'preact'
import { useWords } from '../../i18n/index.ts'
import { words } from '../words.ts'
import { classNames } from './class-names.ts'
import { Heading } from './heading.tsx'

export interface NotificationBannerProps
  extends Omit<HTMLAttributes<HTMLDivElement>, 'class' | 'title' | 'role'> {
  title?: ComponentChildren
  titleId?: string | undefined
  titleLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  /** After an act that worked: read out at once, in the colour of success. */
  success?: boolean | undefined
  role?: 'alert' | 'region' | undefined
  class?: string | undefined
}

/** One sentence goes in as text; anything longer comes as paragraphs of its own. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { title, titleId = 'govuk-notification-banner-title', titleLevel = 2, success, ...more } = props
  const { role = success ? 'alert' : 'region', class: dress, children, ...rest } = more
  const t = useWords(words)
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles may be named by their heading.
    <div
      class={classNames('govuk-notification-banner', success && 'govuk-notification-banner--success', dress)}
      role={role}
      aria-labelledby={titleId}
      {...rest}
    >
      <div class="govuk-notification-banner__header">
        <Heading level={titleLevel} class="govuk-notification-banner__title" id={titleId}>
          {title ?? t(success ? 'success' : 'important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? (
          <p class="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  )
}
