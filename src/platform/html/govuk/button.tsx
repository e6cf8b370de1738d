import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'

type Kind = 'secondary' | 'warning' | 'inverse'

interface Dress {
  kind?: Kind | undefined
  class?: string | undefined
  /** Leads into the main act of the page: larger, with an arrow. */
  start?: boolean | undefined
  children?: ComponentChildren
}

export interface ButtonProps extends Dress, Omit<ButtonHTMLAttributes, 'class'> {}

/** What happens is what it says: "Submit comment", never "OK". */
export function Button({
  kind,
  class: more,
  start,
  children,
  type = 'submit',
  disabled,
  ...rest
}: ButtonProps) {
  const state = disabled ? { disabled: true, 'aria-disabled': 'true' as const } : {}
  return (
    <button type={type} class={dress(kind, more, start)} {...state} {...rest}>
      {children}
      {start && <StartIcon />}
    </button>
  )
}

export type ButtonLinkProps = Dress & { href: string } & Omit<AnchorHTMLAttributes, 'class' | 'href' | 'role'>

/** Leads to another page and changes nothing. */
export function ButtonLink({ kind, class: more, start, children, ...rest }: ButtonLinkProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a link that looks like a button must be found as one by voice.
    <a role="button" draggable={false} class={dress(kind, more, start)} {...rest}>
      {children}
      {start && <StartIcon />}
    </a>
  )
}

const dress = (kind?: Kind, more?: string, start?: boolean) =>
  classNames('govuk-button', kind && `govuk-button--${kind}`, more, start && 'govuk-button--start')

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}
